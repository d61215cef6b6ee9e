/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.send.reconcile;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import com.cliqtel.camel.ledger.CheckedLedger;
import com.cliqtel.camel.ledger.Claim;
import com.cliqtel.camel.ledger.LeaseClock;
import com.cliqtel.camel.ledger.Ledger;
import com.cliqtel.camel.ledger.LedgerException;

/**
 * The claims of one account's sends in the ledger: idempotency keys, and ids of messages. A message that one send has claimed
 * can't be taken by another.
 */
final class SendClaims {

    // longer than it takes to note a found message
    private static final Duration MOMENT = Duration.ofSeconds(30);

    // an hour's messages at the documented rate limit
    private static final int RECENT = 3_600;

    private final Ledger ledger;
    private final String account;
    private final SendIncidents incidents;
    private final Map<Long, String> recentOwners = new LinkedHashMap<>();

    /** @param account the account's name; not a secret, since it is stored */
    SendClaims(Ledger ledger, String account, SendIncidents incidents) {
        this.ledger = new CheckedLedger(ledger);
        this.account = account;
        this.incidents = incidents;
    }

    /** Returns the account's name; not a secret. */
    String account() {
        return account;
    }

    /** The name of a key in the ledger; what a user made the key of is not shown. */
    String nameOf(String key) {
        return "send:" + account + ":" + Fingerprint.sha256(key);
    }

    private String nameOf(long id) {
        return "sms:" + account + ":" + id;
    }

    /** @throws LedgerException when it cannot be known, so that nothing may be sent */
    Claim claim(String name, Duration lease, SendRecord record) {
        return ledger.claim(name, lease, record.toString());
    }

    /**
     * Abandons the claim and claims the key again, with a lease that begins now and a record of what is known now.
     *
     * @return false when another node has claimed the key in between
     * @throws LedgerException when it cannot be known
     */
    boolean renew(String name, Duration lease, SendRecord record) {
        ledger.abandon(name, record.toString());
        return claim(name, lease, record).state() == Claim.State.EXPIRED;
    }

    void done(String name, SendRecord record) {
        noting(() -> ledger.done(name, record.toString()));
    }

    /**
     * Notes an SMS as sent although another node may hold its key by now. An entry that is closed, or has another SMS, stays
     * unchanged. An open entry with the same SMS is closed even if another node holds it, so that the node doesn't send the
     * SMS again.
     *
     * @return whether the entry doesn't name another message as the SMS; true if the ledger fails
     */
    boolean doneLate(String name, SendRecord.Sent record) {
        try {
            Claim found = claim(name, MOMENT, record);
            Optional<SendRecord> noted = SendRecord.parse(found.record());
            boolean another =
                    noted.filter(its -> !its.sms().equals(record.sms())).isPresent();
            if (found.state() == Claim.State.EXPIRED && another) {
                ledger.abandon(name, found.record());
            } else if (found.state() != Claim.State.DONE && !another) {
                ledger.done(name, record.toString());
            }
            return found.state() != Claim.State.DONE
                    || noted.filter(its -> !its.equals(record)).isEmpty();
        } catch (LedgerException failure) {
            incidents.notNoted(failure);
            return true;
        }
    }

    void abandon(String name, SendRecord record) {
        noting(() -> ledger.abandon(name, record.toString()));
    }

    void release(String name) {
        noting(() -> ledger.release(name));
    }

    /** It was sent, which is only settled once it is noted: throws what the ledger throws. */
    void noteSent(String name, SendRecord record) {
        ledger.done(name, record.toString());
    }

    /** It was not sent, which is only settled once it is noted: throws what the ledger throws. */
    void free(String name) {
        ledger.release(name);
    }

    /** The message with this id is {@code owner}'s, which is only settled once it is noted: throws what the ledger throws. */
    void noteOwner(long id, String owner) {
        ledger.done(nameOf(id), owner);
    }

    /**
     * Returns whether a message is known to belong to another send of this process. Such an id in the answer to a POST comes from a
     * repeated answer, such as that of a cache.
     */
    boolean isAnothers(long id, String owner) {
        synchronized (recentOwners) {
            return !recentOwners.getOrDefault(id, owner).equals(owner);
        }
    }

    private void remember(long id, String owner) {
        synchronized (recentOwners) {
            recentOwners.put(id, owner);
            if (recentOwners.size() > RECENT) {
                recentOwners.remove(recentOwners.keySet().iterator().next());
            }
        }
    }

    /** Notes that the message with this id belongs to {@code owner}. */
    void keep(long id, String owner) {
        remember(id, owner);
        noting(() -> ledger.done(nameOf(id), owner));
    }

    /** The same after a lost hold: another send may have taken the message by now, and then keeps it. */
    void keepLate(long id, String owner) {
        noting(() -> {
            Claim found = reserve(id, owner);
            if (found.state() == Claim.State.NEW || found.state() == Claim.State.EXPIRED) {
                remember(id, owner);
                ledger.done(nameOf(id), owner);
            }
        });
    }

    /**
     * Reserves a message for a moment in the name of {@code owner}. A reservation by the same owner from before, such as by a
     * killed process, counts as this one.
     *
     * @throws LedgerException when it cannot be known
     */
    Claim reserve(long id, String owner) {
        return ledger.claim(nameOf(id), MOMENT, owner);
    }

    /**
     * Returns whether another node may have reserved the message since this process reserved it.
     *
     * @param asked the time of the {@link LeaseClock} before it was reserved
     */
    boolean isReservationOver(long asked) {
        return LeaseClock.SYSTEM.getAsLong() - asked >= MOMENT.toNanos();
    }

    void letGo(long id) {
        noting(() -> ledger.release(nameOf(id)));
    }

    // the SMS was sent, so a failure to note it doesn't fail the send
    private void noting(Runnable note) {
        try {
            note.run();
        } catch (LedgerException failure) {
            incidents.notNoted(failure);
        }
    }
}
