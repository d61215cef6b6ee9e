/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.reconcile;

import com.cliqtel.camel.client.CliqtelApi;
import com.cliqtel.camel.client.Line;
import com.cliqtel.camel.client.WholeList;
import com.cliqtel.camel.ledger.Ledger;

/** What all sends of one account share: which are open, which ended unknown, and which message is whose. Thread-safe. */
public final class AccountSends {

    private final Line line;
    private final Books books;
    private final OpenSends open;
    private final Reconciler reconciler;

    /**
     * The sends of an account.
     *
     * @param line the account's
     * @param looking the API for looking at the list of messages
     * @param ledger remembers what happened
     * @param account what tells the account from others; no secret, since it is stored
     * @param incidents hears of what no result tells
     */
    public AccountSends(Line line, CliqtelApi looking, Ledger ledger, String account, Incidents incidents) {
        this.line = line;
        this.books = new Books(new Claims(ledger, account, incidents), new GivenUp(), incidents);
        this.open = new OpenSends(line.waits());
        this.reconciler = new Reconciler(
                new Listing(new WholeList(looking), line.clock(), line.waits()), line.clock(), line.waits(), books);
    }

    /** Sending by one caller: its API, and what it does about unknown outcomes. */
    public Sending sending(CliqtelApi api, Settlement settlement) {
        return new Sending(
                new OncePerKey(books.claims(), line.clock(), api, settlement),
                open,
                new Attempts.Means(api, reconciler, books, line.clock(), settlement));
    }

    /** How many different SMS are on their way, or being looked for. */
    public int open() {
        return open.size();
    }

    /** The numbers only. */
    @Override
    public String toString() {
        return "AccountSends[" + open.size() + " open, " + books.givenUp().size() + " unknown]";
    }
}
