/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.send.reconcile;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import com.cliqtel.camel.ledger.LeaseClock;
import com.cliqtel.camel.ledger.LedgerException;

/**
 * The hold on an idempotency key while its SMS is being sent. It lasts as long as the lease, by this process's {@link LeaseClock}.
 * A process that has lost its hold must neither send nor free the key, since another node may have it. Thread-safe.
 */
final class KeyHold {

    private final SendClaims claims;
    private final String name;
    private final String sms;
    private final AtomicLong ends;

    private KeyHold(SendClaims claims, String name, String sms, long ends) {
        this.claims = claims;
        this.name = name;
        this.sms = sms;
        this.ends = new AtomicLong(ends);
    }

    /**
     * Creates the hold on a key that has been claimed.
     *
     * @param asked the time of the {@link LeaseClock} before the ledger was called: the lease may have begun then
     */
    static KeyHold claimed(SendClaims claims, String name, Fingerprint sms, Duration lease, long asked) {
        return new KeyHold(claims, name, SendRecord.sms(sms), asked + lease.toNanos());
    }

    /**
     * Begins a new lease, unless another node may have the key.
     *
     * @return whether this process holds the key
     * @throws LedgerException when the ledger fails, so that another node may have the key
     */
    boolean renew(Duration lease, SendRecord record) {
        long now = now();
        long before = ends.getAndSet(now);
        if (before - now <= 0) {
            return false;
        }
        // all of it must be within the old lease; otherwise another node's claim may have been abandoned and claimed
        // here
        boolean mine = claims.renew(name, lease, record) && before - now() > 0;
        if (mine) {
            ends.set(now + lease.toNanos());
        }
        return mine;
    }

    /**
     * Closes the entry: the SMS is this message. If the hold was lost, another node's closed entry stays unchanged.
     *
     * @return false if another node has noted another message as the SMS
     */
    boolean sent(long id) {
        SendRecord.Sent record = new SendRecord.Sent(id, sms);
        if (!isHeld()) {
            return claims.doneLate(name, record);
        }
        claims.done(name, record);
        return true;
    }

    /** Frees the key: the SMS certainly was not sent. Does nothing if the hold was lost. */
    void release() {
        if (isHeld()) {
            claims.release(name);
        }
    }

    /** It may have been sent. */
    void abandon(UnsettledSend known) {
        if (isHeld()) {
            claims.abandon(name, unknown(known));
        }
    }

    SendRecord unknown(UnsettledSend known) {
        return new SendRecord.Unknown(known, sms);
    }

    SendRecord open(FirstAttemptTime began) {
        return new SendRecord.Open(began, sms);
    }

    /** Whether its lease runs. */
    boolean isHeld() {
        return ends.get() - now() > 0;
    }

    private static long now() {
        return LeaseClock.SYSTEM.getAsLong();
    }
}
