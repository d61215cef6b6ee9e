/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.send.reconcile;

import com.cliqtel.camel.client.AccountConnection;
import com.cliqtel.camel.client.CliqtelApi;
import com.cliqtel.camel.client.CompleteList;
import com.cliqtel.camel.ledger.Ledger;

/** The sends of one account: those in progress, those with an unknown outcome, and the owners of messages. Thread-safe. */
public final class AccountSends {

    private final AccountConnection connection;
    private final SendLedger ledger;
    private final OpenSends open;
    private final Reconciler reconciler;

    /**
     * The sends of an account.
     *
     * @param connection the connection to the account
     * @param searches the API for searches in the list of messages
     * @param kept the ledger and the name under which results are kept
     * @param unknowns lists those that ended unknown
     * @param incidents receives what no result shows
     */
    public AccountSends(
            AccountConnection connection,
            CliqtelApi searches,
            Kept kept,
            UnknownSends unknowns,
            SendIncidents incidents) {
        this.connection = connection;
        this.open = new OpenSends(connection.waits());
        SendClaims claims = new SendClaims(kept.ledger(), kept.account(), incidents);
        AbandonedSends abandoned = new AbandonedSends();
        Resolution resolution = new Resolution(claims, abandoned, open, searches, connection.clock());
        this.ledger = new SendLedger(claims, abandoned, new AccountUnknowns(unknowns, resolution), incidents);
        this.reconciler = new Reconciler(
                new SearchListing(new CompleteList(searches), connection.clock(), connection.waits()),
                connection.clock(),
                connection.waits(),
                ledger);
    }

    /**
     * The ledger in which the results of an account's sends are kept.
     *
     * @param ledger keeps keys and messages
     * @param account the account's name; not a secret, since it is stored
     */
    public record Kept(Ledger ledger, String account) {}

    /** Returns a sender for one caller, with its API and its settlement of unknown outcomes. */
    public SmsSender sending(CliqtelApi api, Settlement settlement) {
        return new SmsSender(
                new OncePerKey(ledger, connection.clock(), api, settlement),
                open,
                new SendAttempts.Means(api, reconciler, ledger, connection.clock(), settlement));
    }

    /** Returns the number of different SMS that are being sent or searched. */
    public int open() {
        return open.size();
    }

    /** The numbers only. */
    @Override
    public String toString() {
        return "AccountSends[" + open.size() + " open, " + ledger.abandoned().size() + " unknown]";
    }
}
