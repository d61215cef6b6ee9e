/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.send.reconcile;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import com.cliqtel.camel.ledger.CheckedLedger;
import com.cliqtel.camel.ledger.Claim;
import com.cliqtel.camel.ledger.Closing;
import com.cliqtel.camel.ledger.Hold;
import com.cliqtel.camel.ledger.Ledger;
import com.cliqtel.camel.ledger.LedgerException;
import com.cliqtel.camel.ledger.LedgerKey;
import com.cliqtel.camel.ledger.Owners;
import com.cliqtel.camel.model.Sms;

/**
 * The entries of one account's sends in the ledger: one for each idempotency key, and one for each message that was sent without a
 * key. An entry names the message that the send became, and no two entries name the same message. Thread-safe.
 *
 * <p>The methods that return something throw a {@link LedgerException} when the ledger fails.
 */
final class SendClaims {

    // longer than it takes to note a result
    private static final Duration MOMENT = Duration.ofSeconds(30);
    private static final int MOST_UNANSWERED = 10_000;

    private final Ledger ledger;
    private final String account;
    private final SendIncidents incidents;
    // holds with a take that may have succeeded although the ledger failed
    private final Map<String, Hold> unanswered = new ConcurrentHashMap<>();

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

    /** Returns the name of the entry of an idempotency key. It doesn't show the key, which may be personal data. */
    String nameOf(String key) {
        return LedgerKey.hashed("send", account, key);
    }

    /** Returns the hold with which a key is to be taken: one with a take that was not answered before, or else a new one. */
    Hold hold(String key) {
        String name = nameOf(key);
        Hold before = unanswered.remove(name);
        return before != null ? before : Hold.of(name);
    }

    /** Remembers a hold with a take that was not answered. If it succeeded, the next take of the key finds its own hold. */
    void unanswered(Hold hold) {
        if (unanswered.size() < MOST_UNANSWERED) {
            unanswered.put(hold.key(), hold);
        }
    }

    /** Returns the name of a message. */
    String messageOf(long id) {
        return LedgerKey.of("sms", account, Long.toString(id));
    }

    private String likenessOf(SmsSimilarity sms) {
        return LedgerKey.hashed("like", account, sms.tail(), sms.letters());
    }

    Claim take(Hold hold, Duration lease, SendRecord record, SmsSimilarity sms) {
        return ledger.take(hold, lease, record.toString(), likenessOf(sms));
    }

    boolean renew(Hold hold, Duration lease, SendRecord record) {
        return ledger.renew(hold, lease, record.toString());
    }

    /** Closes the entry of a key: its SMS was sent as this message. */
    Closing close(Hold hold, SendRecord.Sent record) {
        Closing closing = ledger.close(hold, record.toString(), messageOf(record.id()));
        return closing == Closing.LOST ? closeLate(Hold.of(hold.key()), record) : closing;
    }

    /**
     * Closes an entry that this process has lost, since it was paused for longer than its lease.
     *
     * @return CLOSED also if another node has the entry now: it finds the message in the list
     */
    private Closing closeLate(Hold hold, SendRecord.Sent record) {
        Claim found = ledger.take(hold, MOMENT, record.toString(), null);
        Optional<SendRecord> noted = SendRecord.parse(found.record());
        if (!found.isTaken()) {
            boolean another = found.state() == Claim.State.CLOSED
                    && noted.filter(its -> !its.equals(record)).isPresent();
            return another ? Closing.LOST : Closing.CLOSED;
        }
        if (noted.filter(its -> !its.sms().equals(record.sms())).isPresent()) {
            ledger.keep(hold, found.record());
            return Closing.CLOSED;
        }
        return ledger.close(hold, record.toString(), messageOf(record.id()));
    }

    /** Notes that the SMS of a send without a key became this message; false if the message is another send's. */
    boolean own(String name, long id) {
        return ledger.own(name, messageOf(id));
    }

    /** Returns the sends that these messages belong to, and the open sends that one of them may belong to. */
    Owners find(Collection<Sms> messages, SmsSimilarity sms) {
        return ledger.find(
                messages.stream().map(message -> messageOf(message.id())).toList(), likenessOf(sms));
    }

    /** Ends the hold on a key and keeps what is known of its SMS. */
    void keep(Hold hold, SendRecord record) {
        noting(() -> ledger.keep(hold, record.toString()));
    }

    /** Frees a key: its SMS certainly was not sent. */
    void free(Hold hold) {
        noting(() -> ledger.free(hold));
    }

    // the outcome of the send is certain, so a failure to note it doesn't change it
    private void noting(Runnable note) {
        try {
            note.run();
        } catch (LedgerException failure) {
            incidents.notNoted(failure);
        }
    }
}
