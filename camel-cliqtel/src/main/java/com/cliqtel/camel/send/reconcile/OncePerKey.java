/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.send.reconcile;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import com.cliqtel.camel.client.CliqtelApi;
import com.cliqtel.camel.client.FutureContinuation;
import com.cliqtel.camel.client.ServerClock;
import com.cliqtel.camel.error.Causes;
import com.cliqtel.camel.error.CliqtelException;
import com.cliqtel.camel.error.CliqtelThrottledException;
import com.cliqtel.camel.error.Outcome;
import com.cliqtel.camel.ledger.Claim;
import com.cliqtel.camel.ledger.LeaseClock;
import com.cliqtel.camel.ledger.LedgerException;
import com.cliqtel.camel.observe.Observer;

/**
 * Sends an SMS with a key once, however often it is delivered here. Claims the key before the send, and notes the result after
 * it. Thread-safe.
 */
final class OncePerKey {

    private static final Duration UNSAID = Duration.ofDays(1);

    private final SendClaims claims;
    private final AccountUnknowns unknowns;
    private final ServerClock clock;
    private final CliqtelApi api;
    private final Settlement settlement;

    OncePerKey(SendLedger ledger, ServerClock clock, CliqtelApi api, Settlement settlement) {
        this.claims = ledger.claims();
        this.unknowns = ledger.unknowns();
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
        String name = claims.nameOf(order.key());
        SendRecord record = new SendRecord.Open(FirstAttemptTime.now(clock), SendRecord.sms(sms));
        long asked = LeaseClock.SYSTEM.getAsLong();
        Claim claim;
        try {
            claim = claims.claim(name, settlement.lease(), record);
        } catch (LedgerException unknown) {
            return CompletableFuture.failedFuture(SendFailures.ledgerUnavailable(unknown));
        }
        if (claim.state() == Claim.State.IN_PROGRESS) {
            return CompletableFuture.failedFuture(SendFailures.inProgress());
        }
        Optional<SendRecord> found = SendRecord.parse(claim.record());
        KeyHold hold = KeyHold.claimed(claims, name, sms, settlement.lease(), asked);
        if (found.filter(other -> !other.sms().equals(SendRecord.sms(sms))).isPresent()) {
            found.get().unsettled(clock.now()).ifPresent(known -> claims.abandon(name, found.get()));
            return CompletableFuture.failedFuture(SendFailures.keyReused());
        }
        if (claim.state() == Claim.State.DONE) {
            unknowns.close(sms.likeness(), Fingerprint.sha256(order.key()));
            return found.filter(SendRecord.Sent.class::isInstance)
                    .map(sent ->
                            again(((SendRecord.Sent) sent).id(), order.budget().observer()))
                    .orElseGet(() -> CompletableFuture.failedFuture(SendFailures.doneWithoutId()));
        }
        Optional<UnsettledSend> earlier = claim.state() == Claim.State.EXPIRED
                ? earlier(order, found.orElseGet(() -> longAgo(clock.now(), sms)))
                : order.unsettled().recall(order);
        return noted(order, hold, earlier, sending.go(hold, earlier));
    }

    /**
     * Returns what is known of a claim without an end. If this process noted it last, the time since which it is unknown is
     * valid. Otherwise another clock noted that time, which may be wrong, or another process may have sent the SMS until now.
     */
    private Optional<UnsettledSend> earlier(SendOrder order, SendRecord found) {
        Instant now = clock.now();
        Optional<UnsettledSend> own = order.unsettled()
                .recall(order)
                .or(() -> unknowns.known(order.fingerprint().likeness(), Fingerprint.sha256(order.key())))
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
                // a search by another node may have given this message to an equal SMS, and another one to this SMS
                return hold.sent(sent.answer().value().id())
                        ? CompletableFuture.completedFuture(sent)
                        : CompletableFuture.failedFuture(SendFailures.inProgress());
            }
            boolean notSent = certainlyNotSent(failure);
            // if the lease has expired, another node may have sent the SMS
            if (notSent && !hold.isHeld()) {
                return CompletableFuture.failedFuture(SendFailures.inProgress());
            }
            // an outcome that was unknown before stays unknown if this attempt failed
            Optional<UnsettledSend> known = order.unsettled().recall(order).or(() -> earlier);
            if (known.isPresent()) {
                hold.abandon(known.get());
            } else if (notSent) {
                hold.release();
            }
            return CompletableFuture.failedFuture(failure);
        });
    }

    // any other result leaves the claim; its lease expires, and the next send with the key looks first
    private static boolean certainlyNotSent(Throwable failure) {
        return failure instanceof CliqtelException known && known.getOutcome() == Outcome.NOT_SENT;
    }
}
