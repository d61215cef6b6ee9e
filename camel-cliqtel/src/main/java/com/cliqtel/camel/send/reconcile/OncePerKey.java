/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.send.reconcile;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

import com.cliqtel.camel.client.CliqtelApi;
import com.cliqtel.camel.client.FutureContinuation;
import com.cliqtel.camel.client.ServerClock;
import com.cliqtel.camel.error.Causes;
import com.cliqtel.camel.error.CliqtelException;
import com.cliqtel.camel.error.CliqtelThrottledException;
import com.cliqtel.camel.error.Outcome;
import com.cliqtel.camel.ledger.Claim;
import com.cliqtel.camel.ledger.Hold;
import com.cliqtel.camel.ledger.LeaseClock;
import com.cliqtel.camel.ledger.LedgerException;
import com.cliqtel.camel.observe.Observer;

/**
 * Sends an SMS with a key once, however often it is delivered here. Takes the key before the send, and notes the result after
 * it. Thread-safe.
 */
final class OncePerKey {

    private static final Duration UNSAID = Duration.ofDays(1);

    private final SendClaims claims;
    private final AccountUnknowns unknowns;
    private final Set<String> waiting;
    private final ServerClock clock;
    private final CliqtelApi api;
    private final Settlement settlement;

    OncePerKey(SendLedger ledger, ServerClock clock, CliqtelApi api, Settlement settlement) {
        this.claims = ledger.claims();
        this.unknowns = ledger.unknowns();
        this.waiting = ledger.waiting();
        this.clock = clock;
        this.api = api;
        this.settlement = settlement;
    }

    /** Goes on with the sending once the key is held. */
    @FunctionalInterface
    interface Sending {
        CompletableFuture<SentSms> go(KeyHold hold, Optional<UnsettledSend> earlier);
    }

    CompletableFuture<SentSms> once(SendOrder order, Sending sending) {
        Fingerprint sms = order.fingerprint();
        Hold hold = claims.hold(order.key());
        SendRecord record = new SendRecord.Open(FirstAttemptTime.now(clock), SendRecord.sms(sms));
        long asked = LeaseClock.SYSTEM.getAsLong();
        Claim claim;
        try {
            claim = claims.take(hold, settlement.lease(), record, sms.likeness());
        } catch (LedgerException unknown) {
            claims.unanswered(hold);
            return CompletableFuture.failedFuture(SendFailures.ledgerUnavailable(unknown));
        }
        if (claim.state() == Claim.State.BUSY) {
            return CompletableFuture.failedFuture(SendFailures.inProgress());
        }
        Optional<SendRecord> found = SendRecord.parse(claim.record());
        if (found.filter(other -> !other.sms().equals(SendRecord.sms(sms))).isPresent()) {
            claims.keep(hold, found.get());
            return CompletableFuture.failedFuture(SendFailures.keyReused());
        }
        if (claim.state() == Claim.State.CLOSED) {
            unknowns.close(sms.likeness(), hold.key());
            return found.filter(SendRecord.Sent.class::isInstance)
                    .map(sent ->
                            again(((SendRecord.Sent) sent).id(), order.budget().observer()))
                    .orElseGet(() -> CompletableFuture.failedFuture(SendFailures.doneWithoutId()));
        }
        KeyHold held = new KeyHold(claims, hold, sms, settlement.lease(), asked);
        Optional<UnsettledSend> earlier = claim.state() == Claim.State.RESUMED
                ? earlier(order, hold.key(), found.orElseGet(() -> longAgo(clock.now(), sms)))
                : order.unsettled().recall(order);
        waiting.add(hold.key());
        return noted(order, held, earlier, sending.go(held, earlier))
                .whenComplete((sent, failure) -> waiting.remove(hold.key()));
    }

    /**
     * Returns what is known of an entry that was left open. If this process noted it last, the time since which it is unknown is
     * valid. Otherwise another clock noted that time, which may be wrong, or another process may have sent the SMS until now.
     */
    private Optional<UnsettledSend> earlier(SendOrder order, String name, SendRecord found) {
        Instant now = clock.now();
        Optional<UnsettledSend> own = order.unsettled()
                .recall(order)
                .or(() -> unknowns.known(order.fingerprint().likeness(), name))
                .filter(known ->
                        new SendRecord.Unknown(known, found.sms()).toString().equals(found.toString()));
        return own.or(() -> found.unsettled(now).map(known -> known.asOf(now)));
    }

    // a ledger without records doesn't know the time, so a time is used that is early enough to find the message
    private static SendRecord longAgo(Instant now, Fingerprint sms) {
        return new SendRecord.Open(new FirstAttemptTime.Unsaid(now.minus(UNSAID)), SendRecord.sms(sms));
    }

    /** The message as it is now, without sending anything. */
    private CompletableFuture<SentSms> again(long id, Observer observer) {
        return api.get(id)
                .thenApply(answer -> {
                    observer.duplicate(answer.value());
                    return new SentSms(answer, SentSms.How.DUPLICATE);
                })
                .exceptionallyCompose(failure -> CompletableFuture.failedFuture(
                        Causes.of(failure) instanceof CliqtelThrottledException throttled
                                ? throttled
                                : SendFailures.sentBefore(id, Causes.of(failure))));
    }

    // before the result is returned, since a redelivery must find it noted
    private static CompletableFuture<SentSms> noted(
            SendOrder order, KeyHold hold, Optional<UnsettledSend> earlier, CompletableFuture<SentSms> sending) {
        return FutureContinuation.of(sending, (sent, failure) -> {
            if (failure == null) {
                return CompletableFuture.completedFuture(sent);
            }
            boolean notSent = certainlyNotSent(failure);
            // if the lease has ended, another node may have sent the SMS
            boolean anothers = notSent && !hold.isHeld();
            // an outcome that was unknown before stays unknown if this attempt failed
            Optional<UnsettledSend> known = order.unsettled().recall(order).or(() -> earlier);
            if (known.isPresent()) {
                hold.keep(known.get());
            } else if (notSent) {
                hold.free();
            }
            return CompletableFuture.failedFuture(anothers ? SendFailures.inProgress() : failure);
        });
    }

    // after any other failure the lease ends by itself, and the next send with the key looks first
    private static boolean certainlyNotSent(Throwable failure) {
        return failure instanceof CliqtelException known && known.getOutcome() == Outcome.NOT_SENT;
    }
}
