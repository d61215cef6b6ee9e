/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.client;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;

import com.cliqtel.camel.error.Causes;
import com.cliqtel.camel.error.CliqtelException;
import com.cliqtel.camel.error.CliqtelThrottledException;
import com.cliqtel.camel.error.CliqtelUnavailableException;
import com.cliqtel.camel.error.ErrorCode;
import com.cliqtel.camel.error.ErrorFacts;
import com.cliqtel.camel.error.Outcome;
import com.cliqtel.camel.limit.LimiterClosedException;
import com.cliqtel.camel.limit.NoPermitException;
import com.cliqtel.camel.limit.Permit;
import com.cliqtel.camel.limit.PermitRequest;
import com.cliqtel.camel.limit.Purpose;
import com.cliqtel.camel.limit.QuotaObservation;
import com.cliqtel.camel.limit.RateLimiter;
import com.cliqtel.camel.model.RateLimits;
import com.cliqtel.camel.observe.WaitReason;
import com.cliqtel.camel.wire.ApiCall;
import com.cliqtel.camel.wire.ApiReply;
import com.cliqtel.camel.wire.ReplyReader;

/**
 * Takes a permit of the account's quota for each attempt, and reports the answer to the limiter. An attempt in which no request left
 * gives its permit back.
 */
final class LimitingTransport implements Transport {

    private static final Set<ErrorCode> NEVER_LEFT =
            Set.of(ErrorCode.NO_CONNECTION, ErrorCode.SHUTTING_DOWN, ErrorCode.IN_PROGRESS);

    private final Transport next;
    private final RateLimiter limiter;
    private final Purpose purpose;
    private final TimedWaits waits;
    private final SendGate gate;

    LimitingTransport(Transport next, RateLimiter limiter, Purpose purpose, TimedWaits waits, SendGate gate) {
        this.next = next;
        this.limiter = limiter;
        this.purpose = purpose;
        this.waits = waits;
        this.gate = gate;
    }

    @Override
    public CompletableFuture<ApiReply> send(ApiCall call, WaitBudget patience) {
        CompletableFuture<Permit> permit = acquire(new PermitRequest(purpose, !call.repeatable(), patience.left()));
        if (permit.isDone() && !permit.isCompletedExceptionally() && permit.join() != null) {
            return go(call, patience, permit.join());
        }
        long began = System.nanoTime();
        return waits.then(permit, (granted, refusal) -> {
            long waited = System.nanoTime() - began;
            patience.spend(waited);
            patience.observer().waited(WaitReason.PERMIT, waited);
            return granted != null
                    ? goUnlessPaused(call, patience, granted)
                    : CompletableFuture.<ApiReply>failedFuture(notSent(call, refusal));
        });
    }

    // a pause applies also to sends that were waiting for a permit when it began
    private CompletableFuture<ApiReply> goUnlessPaused(ApiCall call, WaitBudget patience, Permit permit) {
        if (call.repeatable() || !gate.isShut()) {
            return go(call, patience, permit);
        }
        giveBack(permit, patience);
        return CompletableFuture.failedFuture(new SendGate.ShutException());
    }

    private static void giveBack(Permit permit, WaitBudget patience) {
        try {
            permit.unused();
        } catch (RuntimeException | Error broken) {
            patience.observer().broken("the rate limiter, given a permit back,", broken);
        }
    }

    // the limiter may be a user's own
    private CompletableFuture<Permit> acquire(PermitRequest demand) {
        try {
            CompletableFuture<Permit> permit = limiter.acquire(demand);
            return permit == null ? CompletableFuture.completedFuture(null) : permit;
        } catch (RuntimeException | Error broken) {
            return CompletableFuture.failedFuture(broken);
        }
    }

    private CompletableFuture<ApiReply> go(ApiCall call, WaitBudget patience, Permit permit) {
        CompletableFuture<ApiReply> reply;
        try {
            reply = next.send(call, patience);
        } catch (RuntimeException | Error thrown) {
            tell(permit, call, patience, null);
            throw thrown;
        }
        return reply.whenComplete((answer, failure) -> {
            if (failure != null && neverLeft(call, Causes.of(failure))) {
                giveBack(permit, patience);
            } else {
                tell(permit, call, patience, answer);
            }
        });
    }

    // the server can't have counted it; the outcome of a read is always "not sent", so its code decides
    private static boolean neverLeft(ApiCall call, Throwable failure) {
        if (!(failure instanceof CliqtelException known) || known.getStatusCode() != 0) {
            return false;
        }
        boolean nothingLeft = !call.repeatable()
                && known instanceof CliqtelUnavailableException unavailable
                && unavailable.getOutcome() == Outcome.NOT_SENT;
        return nothingLeft || NEVER_LEFT.contains(known.getCode());
    }

    // a failure of a user's limiter doesn't change the answer
    private static void tell(Permit permit, ApiCall call, WaitBudget patience, ApiReply answer) {
        try {
            permit.completed(answer == null ? QuotaObservation.nothing() : observed(call, answer));
        } catch (RuntimeException | Error broken) {
            patience.observer().broken("the rate limiter, told of an answer,", broken);
        }
    }

    private static QuotaObservation observed(ApiCall call, ApiReply reply) {
        RateLimits limits = ReplyReader.rateLimits(reply);
        return new QuotaObservation(
                limits.limit(),
                limits.remaining(),
                ReplyReader.holdBack(call, reply).orElse(null));
    }

    private static CliqtelException notSent(ApiCall call, Throwable refusal) {
        if (refusal == null) {
            return unavailable(call, ErrorCode.NO_PERMIT, "the rate limiter gave no permit", null);
        }
        Throwable why = Causes.of(refusal);
        if (why instanceof TimeoutException) {
            return new CliqtelThrottledException(
                    facts(
                            call,
                            ErrorCode.NO_PERMIT,
                            "the rate limiter gave no permit for longer than maxWait allows; nothing was sent"),
                    Duration.ofSeconds(5));
        }
        if (why instanceof NoPermitException noPermit) {
            return new CliqtelThrottledException(
                    facts(
                            call,
                            ErrorCode.NO_PERMIT,
                            "the quota has no permit for "
                                    + noPermit.expectedWait().toSeconds() + " s, which is longer than maxWait allows"
                                    + "; nothing was sent"),
                    noPermit.expectedWait());
        }
        boolean ending = why instanceof TimedWaits.EndedException || why instanceof LimiterClosedException;
        return ending
                ? unavailable(call, ErrorCode.SHUTTING_DOWN, "the component is stopping", null)
                : unavailable(
                        call,
                        ErrorCode.NO_PERMIT,
                        "the rate limiter failed (" + why.getClass().getSimpleName() + ")",
                        why);
    }

    private static CliqtelException unavailable(ApiCall call, ErrorCode code, String what, Throwable why) {
        return new CliqtelUnavailableException(facts(call, code, what + "; nothing was sent"), Outcome.NOT_SENT, why);
    }

    private static ErrorFacts facts(ApiCall call, ErrorCode code, String message) {
        return new ErrorFacts(call.operation(), code, 0, message);
    }

    @Override
    public String toString() {
        return "Limiting " + purpose + " > " + next;
    }
}
