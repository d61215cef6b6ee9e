/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.webhook.once;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;

import com.cliqtel.camel.ledger.Claim;
import com.cliqtel.camel.ledger.Ledger;
import com.cliqtel.camel.ledger.LedgerException;

/**
 * The hold of this node on one key of the ledger. It lasts as long as its lease, by this process's {@code LeaseClock}, and is
 * renewed while the route runs. A node that has lost the hold frees nothing, since another node may have the key. Thread-safe.
 * Calls block until the ledger and earlier calls have ended.
 */
final class DeliveryHold {

    private static final long NO_LEASE = 0;

    private final Ledger ledger;
    private final String key;
    private final Duration lease;
    private final LongSupplier nanos;
    // the beginning of the lease; empty when this node doesn't hold the key
    private final AtomicReference<Long> since = new AtomicReference<>();
    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicBoolean lapsed = new AtomicBoolean();

    DeliveryHold(Ledger ledger, String key, Duration lease, LongSupplier nanos) {
        this.ledger = ledger;
        this.key = key;
        this.lease = lease;
        this.nanos = nanos;
    }

    /**
     * Tries to claim the key.
     *
     * @return the state found; with NEW or EXPIRED this node holds the key
     * @throws LedgerException when it cannot be known
     */
    synchronized Claim.State take() {
        // read before the call to the ledger, since the lease may begin then
        long asked = nanos.getAsLong();
        Claim.State found = ledger.claim(key, lease).state();
        if (found == Claim.State.NEW || found == Claim.State.EXPIRED) {
            since.set(asked);
        }
        return found;
    }

    /**
     * Renews the lease when half of it has passed. A hold that was lost, by a failed ledger or a paused machine, is claimed
     * again if no other node has the key.
     *
     * @throws LedgerException when it cannot be known
     */
    synchronized void renew() {
        if (over.get() || left() > lease.toNanos() / 2) {
            return;
        }
        boolean held = left() > NO_LEASE;
        // if it fails in between, another node may have the key
        Long before = since.getAndSet(null);
        if (held) {
            ledger.abandon(key, "");
        }
        // an abandoned key is found abandoned, unless another node has claimed it since
        Claim.State found = take();
        boolean inTime = held && nanos.getAsLong() - before < lease.toNanos();
        if (!inTime || found != Claim.State.EXPIRED) {
            lapsed.set(true);
        }
        if (held && !inTime && found == Claim.State.EXPIRED) {
            // this node was paused in between, so the abandoned claim may have been another node's
            since.set(null);
        }
    }

    /** Returns whether this node has held it without a break since it was taken. */
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
