/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.client;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;

import com.cliqtel.camel.error.Causes;
import com.cliqtel.camel.error.CliqtelException;
import com.cliqtel.camel.error.CliqtelThrottledException;
import com.cliqtel.camel.error.ErrorCode;
import com.cliqtel.camel.error.Outcome;
import com.cliqtel.camel.limit.LimiterClosedException;
import com.cliqtel.camel.limit.NoPermitException;
import com.cliqtel.camel.limit.Permit;
import com.cliqtel.camel.limit.PermitRequest;
import com.cliqtel.camel.limit.PermitTicket;
import com.cliqtel.camel.limit.Purpose;
import com.cliqtel.camel.limit.QuotaObservation;
import com.cliqtel.camel.observe.WaitReason;
import com.cliqtel.camel.wire.ApiCall;
import com.cliqtel.camel.wire.ApiReply;
import com.cliqtel.camel.wire.RateLimits;
import com.cliqtel.camel.wire.ReplyReader;

/**
 * Takes a permit of the account's quota for each attempt, and gives the limiter what the answer says about the quota. An attempt in
 * which no request left gives its permit back.
 */
final class LimitingTransport implements Transport {

    private static final Set<ErrorCode> NEVER_LEFT =
            Set.of(ErrorCode.NO_CONNECTION, ErrorCode.SHUTTING_DOWN, ErrorCode.IN_PROGRESS);

    private static final PermitTicket WITHOUT_PERMIT = PermitTicket.of(CompletableFuture.completedFuture(null));

    private final Transport next;
    private final AccountConnection account;
    private final Purpose purpose;

    /** @param account an account with a limiter */
    LimitingTransport(Transport next, AccountConnection account, Purpose purpose) {
        this.next = next;
        this.account = account;
        this.purpose = purpose;
    }

    @Override
    public CompletableFuture<ApiReply> send(ApiCall call, WaitBudget budget) {
        PermitTicket ticket = acquire(new PermitRequest(account.name(), purpose, !call.repeatable(), budget.left()));
        CompletableFuture<Permit> permit = ticket.permit().toCompletableFuture();
        if (permit.isDone() && !permit.isCompletedExceptionally() && permit.join() != null) {
            return sendWith(permit.join(), call, budget);
        }
        long began = System.nanoTime();
        return account.waits().then(permit, (granted, refusal) -> {
            long waited = System.nanoTime() - began;
            budget.spend(waited);
            budget.observer().waited(WaitReason.PERMIT, waited);
            if (granted != null) {
                return sendUnlessPaused(granted, call, budget);
            }
            guarded(budget, "the rate limiter, when a ticket was cancelled,", ticket::cancel);
            return CompletableFuture.<ApiReply>failedFuture(notSent(call, refusal));
        });
    }

    // the limiter may be a bean of the application
    private PermitTicket acquire(PermitRequest request) {
        try {
            PermitTicket ticket = account.limiter().acquire(request);
            boolean valid =
                    ticket != null && ticket.permit() != null && ticket.permit().toCompletableFuture() != null;
            return valid ? ticket : WITHOUT_PERMIT;
        } catch (RuntimeException | Error broken) {
            return PermitTicket.of(CompletableFuture.failedFuture(broken));
        }
    }

    // a pause applies also to sends that were waiting for a permit when it began
    private CompletableFuture<ApiReply> sendUnlessPaused(Permit permit, ApiCall call, WaitBudget budget) {
        if (call.repeatable() || !account.gate().isShut()) {
            return sendWith(permit, call, budget);
        }
        giveBack(permit, budget);
        return CompletableFuture.failedFuture(new SendGate.ShutException());
    }

    private CompletableFuture<ApiReply> sendWith(Permit permit, ApiCall call, WaitBudget budget) {
        CompletableFuture<ApiReply> reply;
        try {
            reply = next.send(call, budget);
        } catch (RuntimeException | Error thrown) {
            complete(permit, call, budget, null);
            throw thrown;
        }
        return reply.whenComplete((answer, failure) -> {
            if (failure != null && neverLeft(call, Causes.of(failure))) {
                giveBack(permit, budget);
            } else {
                complete(permit, call, budget, answer);
            }
        });
    }

    private static void giveBack(Permit permit, WaitBudget budget) {
        guarded(budget, "the rate limiter, given a permit back,", permit::unused);
    }

    private static void complete(Permit permit, ApiCall call, WaitBudget budget, ApiReply answer) {
        guarded(
                budget,
                "the rate limiter, given the result of a request,",
                () -> permit.completed(answer == null ? QuotaObservation.nothing() : observed(call, answer)));
    }

    // a failure of the limiter doesn't change the call's result
    private static void guarded(WaitBudget budget, String what, Runnable step) {
        try {
            step.run();
        } catch (RuntimeException | Error broken) {
            budget.observer().broken(what, broken);
        }
    }

    // the server can't have counted it; the outcome of a read is always "not sent", so its code decides
    private static boolean neverLeft(ApiCall call, Throwable failure) {
        if (!(failure instanceof CliqtelException known) || known.getStatusCode() != 0) {
            return false;
        }
        boolean nothingLeft = !call.repeatable() && known.getOutcome() == Outcome.NOT_SENT;
        return nothingLeft || NEVER_LEFT.contains(known.getCode());
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
            return throttled(call, "the rate limiter gave no permit for longer", Duration.ofSeconds(5));
        }
        if (why instanceof NoPermitException noPermit) {
            Duration wait = noPermit.expectedWait();
            return throttled(call, "the quota has no permit for " + wait.toSeconds() + " s, which is longer", wait);
        }
        return why instanceof TimedWaits.EndedException || why instanceof LimiterClosedException
                ? unavailable(call, ErrorCode.SHUTTING_DOWN, "the component is stopping", null)
                : unavailable(
                        call,
                        ErrorCode.NO_PERMIT,
                        "the rate limiter failed (" + why.getClass().getSimpleName() + ")",
                        why);
    }

    private static CliqtelException throttled(ApiCall call, String what, Duration wait) {
        return new CliqtelThrottledException(
                call.failure(ErrorCode.NO_PERMIT, what + " than maxWait allows; nothing was sent"), wait);
    }

    private static CliqtelException unavailable(ApiCall call, ErrorCode code, String what, Throwable why) {
        return call.notSent(code, what + "; nothing was sent", why);
    }
}
