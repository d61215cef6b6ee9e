/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.send.reconcile;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import com.cliqtel.camel.client.CliqtelApi;
import com.cliqtel.camel.client.ServerClock;
import com.cliqtel.camel.ledger.Claim;
import com.cliqtel.camel.ledger.LeaseClock;
import com.cliqtel.camel.model.Sms;

/**
 * Settles a send that ended unknown as an operator says. Checks the message, and that no send with the key is in progress.
 * Thread-safe.
 */
final class Resolution {

    // longer than it takes to note the result
    private static final Duration MOMENT = Duration.ofSeconds(30);
    private static final Duration TIMEOUT = Duration.ofMinutes(1);

    private final SendClaims claims;
    private final AbandonedSends abandoned;
    private final OpenSends open;
    private final CliqtelApi searches;
    private final ServerClock clock;

    Resolution(SendClaims claims, AbandonedSends abandoned, OpenSends open, CliqtelApi searches, ServerClock clock) {
        this.claims = claims;
        this.abandoned = abandoned;
        this.open = open;
        this.searches = searches;
        this.clock = clock;
    }

    String account() {
        return claims.account();
    }

    void asSent(UnknownEnd ended, long id) {
        if (!isIt(ended, message(id))) {
            throw new IllegalArgumentException(
                    "message " + id
                            + " is another SMS: its recipient, sender, text, direction or time is not that of the unknown send");
        }
        Optional<String> key = held(ended, id);
        Claim whose = claims.reserve(id, ended.owner());
        boolean anothers = whose.state() == Claim.State.DONE || whose.state() == Claim.State.IN_PROGRESS;
        if (anothers && !whose.record().equals(ended.owner())) {
            key.ifPresent(name -> claims.abandon(name, unknown(ended)));
            throw new IllegalStateException("message " + id + " is already known to be another SMS with the same text");
        }
        claims.noteOwner(id, ended.owner());
        key.ifPresent(name -> claims.noteSent(name, new SendRecord.Sent(id, sms(ended))));
        abandoned.remove(ended.likeness(), ended.owner());
    }

    void asNotSent(UnknownEnd ended) {
        long asked = LeaseClock.SYSTEM.getAsLong();
        Optional<String> key = held(ended, 0);
        if (LeaseClock.SYSTEM.getAsLong() - asked >= MOMENT.toNanos()) {
            throw new IllegalStateException("the ledger took longer than " + MOMENT.toSeconds()
                    + " s to answer, so another node may be sending the SMS by now; nothing was changed: try again");
        }
        key.ifPresent(claims::free);
        // otherwise a redelivery of the exchange would look for it first
        ended.forgetInItsExchange();
        abandoned.remove(ended.likeness(), ended.owner());
    }

    private Sms message(long id) {
        try {
            return searches.get(id)
                    .get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)
                    .value();
        } catch (ExecutionException failed) {
            throw new IllegalStateException(
                    "message " + id + " can't be read: " + failed.getCause().getMessage(), failed.getCause());
        } catch (TimeoutException slow) {
            throw new IllegalStateException("message " + id + " can't be read: no answer for a minute", slow);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted before message " + id + " was there", interrupted);
        }
    }

    private boolean isIt(UnknownEnd ended, Sms message) {
        MessageSearch search = new MessageSearch(ended.fingerprint(), ended.known(), ended.owner());
        Instant since = search.since(clock);
        List<Sms> one = List.of(message);
        return !search.exact(one, since).isEmpty()
                || !search.probable(one, since).isEmpty()
                || !search.possible(one, since, search.earliest(clock)).isEmpty();
    }

    /** Claims the key and returns its name; empty without a key, or if the key is settled as that message. */
    private Optional<String> held(UnknownEnd ended, long as) {
        String key = ended.key();
        if (key == null) {
            if (open.isOpen(ended.likeness())) {
                throw new IllegalStateException(
                        "the same text to the same recipient is being sent right now: wait until that has ended");
            }
            return Optional.empty();
        }
        String name = claims.nameOf(key);
        Claim claim = claims.claim(name, MOMENT, unknown(ended));
        Optional<SendRecord> found = SendRecord.parse(claim.record());
        if (claim.state() == Claim.State.IN_PROGRESS) {
            throw new IllegalStateException(
                    "the SMS with this idempotency key has been handed over again and is under way:"
                            + " wait until that has ended, and look at the list of unknowns again");
        }
        if (claim.state() == Claim.State.DONE) {
            return settled(found, as);
        }
        if (found.isPresent() && !found.get().sms().equals(sms(ended))) {
            claims.abandon(name, found.get());
            throw new IllegalStateException("its idempotency key has been used for another SMS since");
        }
        return Optional.of(name);
    }

    private static Optional<String> settled(Optional<SendRecord> found, long as) {
        Optional<Long> id = found.filter(SendRecord.Sent.class::isInstance).map(sent -> ((SendRecord.Sent) sent).id());
        if (id.filter(known -> known == as).isPresent()) {
            return Optional.empty();
        }
        throw new IllegalStateException("its idempotency key says that it was sent before"
                + id.map(known -> ", as message " + known).orElse(""));
    }

    private static SendRecord unknown(UnknownEnd ended) {
        return new SendRecord.Unknown(ended.known(), sms(ended));
    }

    private static String sms(UnknownEnd ended) {
        return SendRecord.sms(ended.fingerprint());
    }
}
