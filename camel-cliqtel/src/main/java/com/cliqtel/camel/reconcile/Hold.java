/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.reconcile;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import com.cliqtel.camel.ledger.LedgerException;

/**
 * One SMS while it is being sent: whose it is, and the hold on its key, if it has one. A hold lasts as long as its lease, by
 * this machine's own count: who has lost it must neither send nor free the key. Thread-safe.
 */
final class Hold {

    private final Claims claims;
    private final String name;
    private final String sms;
    private final AtomicLong ends;

    private Hold(Claims claims, String name, String sms, long ends) {
        this.claims = claims;
        this.name = name;
        this.sms = sms;
        this.ends = new AtomicLong(ends);
    }

    /**
     * The hold on a key that has been claimed.
     *
     * @param asked when, by {@link System#nanoTime()}, before the ledger was asked: the lease may have begun then
     */
    static Hold claimed(Claims claims, String name, Fingerprint sms, Duration lease, long asked) {
        return new Hold(claims, name, SendRecord.sms(sms), asked + lease.toNanos());
    }

    /**
     * Holds on for so much longer, if nobody else has taken over.
     *
     * @return false when somebody has
     * @throws LedgerException when it cannot be known
     */
    boolean renew(Duration lease, SendRecord record) {
        if (!isHeld()) {
            return false;
        }
        long now = System.nanoTime();
        // where it fails in the middle, somebody else may have it
        ends.set(now);
        boolean mine = claims.renew(name, lease, record);
        if (mine) {
            ends.set(now + lease.toNanos());
        }
        return mine;
    }

    void sent(long id) {
        claims.done(name, new SendRecord.Sent(id, sms));
    }

    /** It certainly was not sent. A hold that was lost frees nothing: the key is somebody else's. */
    void release() {
        if (isHeld()) {
            claims.release(name);
        }
    }

    /** It may have been sent. */
    void abandon(Unsettled known) {
        if (isHeld()) {
            claims.abandon(name, unknown(known));
        }
    }

    SendRecord unknown(Unsettled known) {
        return new SendRecord.Unknown(known, sms);
    }

    SendRecord open(Beginning began) {
        return new SendRecord.Open(began, sms);
    }

    /** Whether its lease runs. */
    boolean isHeld() {
        return ends.get() - System.nanoTime() > 0;
    }
}
