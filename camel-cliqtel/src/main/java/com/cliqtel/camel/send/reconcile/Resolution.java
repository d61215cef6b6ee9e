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
import com.cliqtel.camel.ledger.Closing;
import com.cliqtel.camel.ledger.Hold;
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
        if (ended.key() == null) {
            refuseWhileOpen(ended);
            settled(id, claims.own(ended.owner(), id) ? Closing.CLOSED : Closing.MESSAGE_TAKEN);
        } else {
            held(ended, id).ifPresent(hold -> close(hold, ended, id));
        }
        abandoned.remove(ended.likeness(), ended.owner());
    }

    void asNotSent(UnknownEnd ended) {
        if (ended.key() == null) {
            refuseWhileOpen(ended);
        } else {
            held(ended, 0).ifPresent(hold -> free(hold, ended));
        }
        // otherwise a redelivery of the exchange would look for it first
        ended.forgetInItsExchange();
        abandoned.remove(ended.likeness(), ended.owner());
    }

    private void close(Hold hold, UnknownEnd ended, long id) {
        Closing closing = claims.close(hold, new SendRecord.Sent(id, sms(ended)));
        if (closing == Closing.MESSAGE_TAKEN) {
            claims.keep(hold, unknown(ended));
        }
        settled(id, closing);
    }

    private void free(Hold hold, UnknownEnd ended) {
        // says whether this process still has the key
        if (!claims.renew(hold, MOMENT, unknown(ended))) {
            throw new IllegalStateException(
                    "another node has taken the SMS meanwhile and may be sending it; nothing was changed: try again");
        }
        claims.free(hold);
    }

    private static void settled(long id, Closing closing) {
        if (closing == Closing.MESSAGE_TAKEN) {
            throw new IllegalStateException("message " + id + " is already known to be another SMS with the same text");
        }
        if (closing == Closing.LOST) {
            throw new IllegalStateException(
                    "the SMS with this idempotency key has been sent meanwhile, as another message than " + id);
        }
    }

    private void refuseWhileOpen(UnknownEnd ended) {
        if (open.isOpen(ended.likeness())) {
            throw new IllegalStateException(
                    "the same text to the same recipient is being sent right now: wait until that has ended");
        }
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
        MessageSearch search = new MessageSearch(
                ended.fingerprint(), ended.known(), new MessageOwner.WithoutKey(claims, ended.owner()));
        Instant since = search.since(clock);
        List<Sms> one = List.of(message);
        return !search.exact(one, since).isEmpty()
                || !search.probable(one, since).isEmpty()
                || !search.possible(one, since, search.earliest(clock)).isEmpty();
    }

    /** Takes the key and returns the hold; empty if the key is settled as that message. */
    private Optional<Hold> held(UnknownEnd ended, long as) {
        Hold hold = Hold.of(claims.nameOf(ended.key()));
        Claim claim = claims.take(hold, MOMENT, unknown(ended), ended.likeness());
        Optional<SendRecord> found = SendRecord.parse(claim.record());
        if (claim.state() == Claim.State.BUSY) {
            throw new IllegalStateException(
                    "the SMS with this idempotency key has been handed over again and is under way:"
                            + " wait until that has ended, and look at the list of unknowns again");
        }
        if (claim.state() == Claim.State.CLOSED) {
            return settled(found, as);
        }
        if (found.isPresent() && !found.get().sms().equals(sms(ended))) {
            claims.keep(hold, found.get());
            throw new IllegalStateException("its idempotency key has been used for another SMS since");
        }
        return Optional.of(hold);
    }

    private static Optional<Hold> settled(Optional<SendRecord> found, long as) {
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
