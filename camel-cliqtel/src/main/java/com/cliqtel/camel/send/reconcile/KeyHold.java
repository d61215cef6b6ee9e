/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.send.reconcile;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import com.cliqtel.camel.ledger.Closing;
import com.cliqtel.camel.ledger.Hold;
import com.cliqtel.camel.ledger.LeaseClock;

/**
 * The hold on an idempotency key while its SMS is being sent. The ledger refuses what an earlier holder writes; the lease by this
 * process's {@link LeaseClock} prevents that a request leaves after it. Thread-safe.
 */
final class KeyHold implements MessageOwner {

    private final SendClaims claims;
    private final Hold hold;
    private final String sms;
    private final AtomicLong ends;

    /**
     * Creates the hold on a key that has been taken.
     *
     * @param asked the time of the {@link LeaseClock} before the ledger was called: the lease may have begun then
     */
    KeyHold(SendClaims claims, Hold hold, Fingerprint sms, Duration lease, long asked) {
        this.claims = claims;
        this.hold = hold;
        this.sms = SendRecord.sms(sms);
        this.ends = new AtomicLong(asked + lease.toNanos());
    }

    @Override
    public String name() {
        return hold.key();
    }

    @Override
    public boolean isHeld() {
        return ends.get() - now() > 0;
    }

    @Override
    public boolean renewToSearch(Duration lease, UnsettledSend known) {
        return renew(lease, new SendRecord.Unknown(known, sms));
    }

    @Override
    public boolean renewToSend(Duration lease, UnsettledSend known) {
        return renew(lease, new SendRecord.Open(known.began(), sms));
    }

    private boolean renew(Duration lease, SendRecord record) {
        long asked = now();
        // if the ledger fails, another node may have the key
        ends.set(asked);
        boolean mine = claims.renew(hold, lease, record);
        if (mine) {
            ends.set(asked + lease.toNanos());
        }
        return mine;
    }

    @Override
    public Closing became(long id) {
        return claims.close(hold, new SendRecord.Sent(id, sms));
    }

    /** Frees the key: the SMS certainly was not sent. */
    void free() {
        claims.free(hold);
    }

    /** Ends the hold: the SMS may have been sent. */
    void keep(UnsettledSend known) {
        claims.keep(hold, new SendRecord.Unknown(known, sms));
    }

    private static long now() {
        return LeaseClock.SYSTEM.getAsLong();
    }
}
