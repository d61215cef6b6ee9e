/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.webhook;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;

import com.cliqtel.camel.ledger.Claim;
import com.cliqtel.camel.ledger.Ledger;
import com.cliqtel.camel.ledger.LedgerException;

/**
 * One key of the ledger while this node has it. A hold lasts as long as its lease, by this process's {@code LeaseClock}, and is
 * renewed as long as the route runs. A node that has lost it frees nothing, since another node may have the key. Thread-safe; its
 * calls wait for the ledger and for one another.
 */
final class Hold {

    private static final long NO_LEASE = 0;

    private final Ledger ledger;
    private final String key;
    private final Duration lease;
    private final LongSupplier nanos;
    // when the lease began; empty when it is not ours
    private final AtomicReference<Long> since = new AtomicReference<>();
    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicBoolean lapsed = new AtomicBoolean();

    Hold(Ledger ledger, String key, Duration lease, LongSupplier nanos) {
        this.ledger = ledger;
        this.key = key;
        this.lease = lease;
        this.nanos = nanos;
    }

    /**
     * Tries to get it.
     *
     * @return what was found; it is ours when that was NEW or EXPIRED
     * @throws LedgerException when it cannot be known
     */
    synchronized Claim.State take() {
        // before the ledger is asked: its lease may have begun then
        long asked = nanos.getAsLong();
        Claim.State found = ledger.claim(key, lease).state();
        if (found == Claim.State.NEW || found == Claim.State.EXPIRED) {
            since.set(asked);
        }
        return found;
    }

    /**
     * Lets the lease begin anew when half of it is over. What was lost, to a ledger that failed or a machine that stood still, is
     * taken again if nobody else has it.
     *
     * @throws LedgerException when it cannot be known
     */
    synchronized void renew() {
        if (over.get() || left() > lease.toNanos() / 2) {
            return;
        }
        boolean held = left() > NO_LEASE;
        // where it fails in the middle, another node may have it
        Long before = since.getAndSet(null);
        if (held) {
            ledger.abandon(key, "");
        }
        // what was given up is found given up, unless another node has had it since
        Claim.State found = take();
        boolean inTime = held && nanos.getAsLong() - before < lease.toNanos();
        if (!inTime || found != Claim.State.EXPIRED) {
            lapsed.set(true);
        }
        if (held && !inTime && found == Claim.State.EXPIRED) {
            // this node stood still meanwhile: what was given up may have been another node's
            since.set(null);
        }
    }

    /** Whether nobody else can have had it since it was taken. */
    synchronized boolean hasLastedUntilNow() {
        return !lapsed.get() && left() > NO_LEASE;
    }

    /** @throws LedgerException when it cannot be noted */
    synchronized void done(String record) {
        over.set(true);
        ledger.done(key, record);
    }

    /** @throws LedgerException when it cannot be noted */
    synchronized void release() {
        over.set(true);
        if (left() > NO_LEASE) {
            ledger.release(key);
        }
    }

    private long left() {
        Long began = since.get();
        return began == null ? NO_LEASE : lease.toNanos() - (nanos.getAsLong() - began);
    }
}
