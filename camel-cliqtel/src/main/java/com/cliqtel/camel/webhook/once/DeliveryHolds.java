/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.webhook.once;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

import com.cliqtel.camel.ledger.CheckedLedger;
import com.cliqtel.camel.ledger.Claim;
import com.cliqtel.camel.ledger.Ledger;
import com.cliqtel.camel.ledger.LedgerException;

/** The keys that this node has, however long it has them. Thread-safe. */
final class DeliveryHolds {

    private final Ledger ledger;
    private final Duration lease;
    private final Consumer<LedgerException> notNoted;
    private final LongSupplier nanos;
    private final Map<String, DeliveryHold> held = new ConcurrentHashMap<>();

    DeliveryHolds(Ledger ledger, Duration lease, Consumer<LedgerException> notNoted, LongSupplier nanos) {
        this.ledger = new CheckedLedger(ledger);
        this.lease = lease;
        this.notNoted = notNoted;
        this.nanos = nanos;
    }

    /**
     * Tries to get a key.
     *
     * @return what was found; it is the caller's when that was NEW or EXPIRED
     * @throws LedgerException when it cannot be known
     */
    Claim.State take(String key) {
        DeliveryHold hold = new DeliveryHold(ledger, key, lease, nanos);
        if (held.putIfAbsent(key, hold) != null) {
            return Claim.State.IN_PROGRESS;
        }
        Claim.State found = Claim.State.IN_PROGRESS;
        try {
            found = hold.take();
            return found;
        } finally {
            if (found == Claim.State.IN_PROGRESS || found == Claim.State.DONE) {
                held.remove(key);
            }
        }
    }

    /** Returns whether this node has held a key without a break since it was taken. */
    boolean hasHadAllTheTime(String key) {
        DeliveryHold hold = held.get(key);
        return hold != null && hold.hasLastedUntilNow();
    }

    /** What was being done with this key has happened. */
    void done(String key) {
        end(key, hold -> hold.done(""));
    }

    /** What was being done with this key has not happened, or is over. */
    void release(String key) {
        end(key, DeliveryHold::release);
    }

    // still held here until it is noted; what this node doesn't have has no end
    private void end(String key, Consumer<DeliveryHold> end) {
        DeliveryHold hold = held.get(key);
        if (hold != null) {
            noting(() -> end.accept(hold));
            held.remove(key);
        }
    }

    /** Keeps what is held from running out: to be called more often than every half lease. */
    void renew() {
        held.values().forEach(hold -> noting(hold::renew));
    }

    /**
     * Returns the last record under a name that no node holds.
     *
     * @throws LedgerException when it cannot be known
     */
    String read(String name) {
        // the claim ends at once, since only its record is needed
        return ledger.claim(name, Duration.ZERO).record();
    }

    void write(String name, String record) {
        noting(() -> ledger.done(name, record));
    }

    // what has happened has happened: that it could not be noted changes no answer
    private void noting(Runnable note) {
        try {
            note.run();
        } catch (LedgerException failure) {
            notNoted.accept(failure);
        }
    }

    int size() {
        return held.size();
    }
}
