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
import com.cliqtel.camel.limit.Demand;
import com.cliqtel.camel.limit.LimiterClosedException;
import com.cliqtel.camel.limit.NoPermitException;
import com.cliqtel.camel.limit.Observed;
import com.cliqtel.camel.limit.Permit;
import com.cliqtel.camel.limit.Purpose;
import com.cliqtel.camel.limit.RateLimiter;
import com.cliqtel.camel.model.RateLimits;
import com.cliqtel.camel.observe.Wait;
import com.cliqtel.camel.wire.Call;
import com.cliqtel.camel.wire.Replies;
import com.cliqtel.camel.wire.Reply;

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
    private final Waits waits;
    private final Gate gate;

    LimitingTransport(Transport next, RateLimiter limiter, Purpose purpose, Waits waits, Gate gate) {
        this.next = next;
        this.limiter = limiter;
        this.purpose = purpose;
        this.waits = waits;
        this.gate = gate;
    }

    @Override
    public CompletableFuture<Reply> send(Call call, Patience patience) {
        CompletableFuture<Permit> permit = acquire(new Demand(purpose, !call.repeatable(), patience.left()));
        if (permit.isDone() && !permit.isCompletedExceptionally() && permit.join() != null) {
            return go(call, patience, permit.join());
        }
        long began = System.nanoTime();
        return waits.then(permit, (granted, refusal) -> {
            long waited = System.nanoTime() - began;
            patience.spend(waited);
            patience.observer().waited(Wait.PERMIT, waited);
            return granted != null
                    ? goUnlessPaused(call, patience, granted)
                    : CompletableFuture.<Reply>failedFuture(notSent(call, refusal));
        });
    }

    // a pause applies also to sends that were waiting for a permit when it began
    private CompletableFuture<Reply> goUnlessPaused(Call call, Patience patience, Permit permit) {
        if (call.repeatable() || !gate.isShut()) {
            return go(call, patience, permit);
        }
        giveBack(permit, patience);
        return CompletableFuture.failedFuture(new Gate.ShutException());
    }

    private static void giveBack(Permit permit, Patience patience) {
        try {
            permit.unused();
        } catch (RuntimeException | Error broken) {
            patience.observer().broken("the rate limiter, given a permit back,", broken);
        }
    }

    // the limiter may be a user's own
    private CompletableFuture<Permit> acquire(Demand demand) {
        try {
            CompletableFuture<Permit> permit = limiter.acquire(demand);
            return permit == null ? CompletableFuture.completedFuture(null) : permit;
        } catch (RuntimeException | Error broken) {
            return CompletableFuture.failedFuture(broken);
        }
    }

    private CompletableFuture<Reply> go(Call call, Patience patience, Permit permit) {
        CompletableFuture<Reply> reply;
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
    private static boolean neverLeft(Call call, Throwable failure) {
        if (!(failure instanceof CliqtelException known) || known.getStatusCode() != 0) {
            return false;
        }
        boolean nothingLeft = !call.repeatable()
                && known instanceof CliqtelUnavailableException unavailable
                && unavailable.getOutcome() == Outcome.NOT_SENT;
        return nothingLeft || NEVER_LEFT.contains(known.getCode());
    }

    // a failure of a user's limiter doesn't change the answer
    private static void tell(Permit permit, Call call, Patience patience, Reply answer) {
        try {
            permit.completed(answer == null ? Observed.nothing() : observed(call, answer));
        } catch (RuntimeException | Error broken) {
            patience.observer().broken("the rate limiter, told of an answer,", broken);
        }
    }

    private static Observed observed(Call call, Reply reply) {
        RateLimits limits = Replies.rateLimits(reply);
        return new Observed(
                limits.limit(),
                limits.remaining(),
                Replies.holdBack(call, reply).orElse(null));
    }

    private static CliqtelException notSent(Call call, Throwable refusal) {
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
        boolean ending = why instanceof Waits.EndedException || why instanceof LimiterClosedException;
        return ending
                ? unavailable(call, ErrorCode.SHUTTING_DOWN, "the component is stopping", null)
                : unavailable(
                        call,
                        ErrorCode.NO_PERMIT,
                        "the rate limiter failed (" + why.getClass().getSimpleName() + ")",
                        why);
    }

    private static CliqtelException unavailable(Call call, ErrorCode code, String what, Throwable why) {
        return new CliqtelUnavailableException(facts(call, code, what + "; nothing was sent"), Outcome.NOT_SENT, why);
    }

    private static ErrorFacts facts(Call call, ErrorCode code, String message) {
        return new ErrorFacts(call.operation(), code, 0, message);
    }

    @Override
    public String toString() {
        return "Limiting " + purpose + " > " + next;
    }
}
