/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.webhook.once;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

import com.cliqtel.camel.ledger.Claim;
import com.cliqtel.camel.ledger.Hold;
import com.cliqtel.camel.ledger.Ledger;
import com.cliqtel.camel.ledger.LedgerException;

/** The messages of which this node processes an event: their entries in the ledger, held for as long as it takes. Thread-safe. */
final class MessageTurns {

    private static final int MOST_UNNOTED = 10_000;

    private final Ledger ledger;
    private final Duration lease;
    private final Consumer<LedgerException> failures;
    // the same for all entries, so that a take can be repeated if its answer was lost, by the next request
    private final String owner = Hold.newOwner();
    private final Map<String, Hold> held = new ConcurrentHashMap<>();
    // the ends of turns that the ledger failed to note, by key
    private final Map<String, Runnable> unnoted = new ConcurrentHashMap<>();

    MessageTurns(Ledger ledger, Duration lease, Consumer<LedgerException> failures) {
        this.ledger = ledger;
        this.lease = lease;
        this.failures = failures;
    }

    Hold hold(String key) {
        return new Hold(key, owner);
    }

    /**
     * Takes an entry, unless this node or another one has it.
     *
     * @throws LedgerException when it can't be known, or what happened before can't be noted
     */
    Claim take(Hold hold) {
        Claim claim = new Claim(Claim.State.BUSY, "");
        if (held.putIfAbsent(hold.key(), hold) != null) {
            return claim;
        }
        try {
            Runnable earlier = unnoted.get(hold.key());
            if (earlier != null && !note(hold.key(), earlier)) {
                throw new LedgerException("an earlier event of " + hold.key() + " could not be noted", null);
            }
            claim = ledger.take(hold, lease);
            return claim;
        } catch (LedgerException unknown) {
            failures.accept(unknown);
            throw unknown;
        } finally {
            if (!claim.isTaken()) {
                held.remove(hold.key());
            }
        }
    }

    /** Ends a turn. If the ledger can't note it now, it is noted later. */
    void end(Hold hold, Runnable note) {
        note(hold.key(), note);
        held.remove(hold.key());
    }

    /** Extends the leases of all entries, and notes what the ledger failed to note. */
    void renew() {
        held.values().forEach(hold -> isDone(() -> ledger.renew(hold, lease, null)));
        unnoted.forEach((key, note) -> {
            // not while another event of the message is processed
            if (held.putIfAbsent(key, hold(key)) == null) {
                end(hold(key), note);
            }
        });
    }

    private boolean note(String key, Runnable note) {
        boolean noted = isDone(note);
        if (noted) {
            unnoted.remove(key);
        } else if (unnoted.size() < MOST_UNNOTED) {
            unnoted.put(key, note);
        }
        return noted;
    }

    // the route has run, so a failure to note it changes no answer
    private boolean isDone(Runnable call) {
        try {
            call.run();
            return true;
        } catch (LedgerException failure) {
            failures.accept(failure);
            return false;
        }
    }

    /** Returns the number of entries that this node holds. */
    int size() {
        return held.size();
    }
}
