/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.client;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import com.cliqtel.camel.error.Causes;
import com.cliqtel.camel.error.CliqtelException;
import com.cliqtel.camel.error.CliqtelThrottledException;
import com.cliqtel.camel.error.CliqtelUnavailableException;
import com.cliqtel.camel.error.ErrorCode;
import com.cliqtel.camel.error.ErrorFacts;
import com.cliqtel.camel.error.Outcome;
import com.cliqtel.camel.observe.WaitReason;
import com.cliqtel.camel.retry.FailureCount;
import com.cliqtel.camel.retry.RetryPolicy;
import com.cliqtel.camel.wire.ApiCall;
import com.cliqtel.camel.wire.ApiReply;

/** Repeats a call if the policy says so, after a wait that holds no thread. */
final class RetryingTransport implements Transport {

    private final Transport next;
    private final RetryPolicy policy;
    private final TimedWaits waits;

    RetryingTransport(Transport next, RetryPolicy policy, TimedWaits waits) {
        this.next = next;
        this.policy = policy;
        this.waits = waits;
    }

    @Override
    public CompletableFuture<ApiReply> send(ApiCall call, WaitBudget budget) {
        Runnable elapsed = budget.elapsed();
        CompletableFuture<ApiReply> first = next.send(call, budget);
        if (first.isDone() && !first.isCompletedExceptionally()) {
            return first;
        }
        RepeatedCall repeated = new RepeatedCall(call, budget);
        first.whenComplete((reply, thrown) -> repeated.ended(FailureCount.NEVER, elapsed, reply, thrown));
        return repeated;
    }

    /** One call. Each of its attempts completes this one future, so that thousands of attempts don't form a chain of futures. */
    private final class RepeatedCall extends CompletableFuture<ApiReply> {

        private final ApiCall call;
        private final WaitBudget budget;

        RepeatedCall(ApiCall call, WaitBudget budget) {
            this.call = call;
            this.budget = budget;
        }

        void ended(FailureCount before, Runnable elapsed, ApiReply reply, Throwable thrown) {
            if (thrown == null) {
                complete(reply);
                return;
            }
            try {
                afterwards(before, timed(Causes.of(thrown), elapsed));
            } catch (RuntimeException | Error unexpected) {
                completeExceptionally(unexpected);
            }
        }

        private void afterwards(FailureCount before, Throwable thrown) {
            if (!(thrown instanceof CliqtelException failure)) {
                completeExceptionally(thrown);
                return;
            }
            FailureCount failed = before.with(failure);
            policy.delayAfter(failure, failed)
                    .filter(delay -> fits(failure, delay, budget))
                    .ifPresentOrElse(delay -> again(failed, delay, failure), () -> completeExceptionally(failure));
        }

        private void again(FailureCount failed, Duration wait, CliqtelException failure) {
            long began = System.nanoTime();
            waits.pass(wait).whenComplete((passed, ended) -> {
                budget.observer().waited(WaitReason.RETRY, System.nanoTime() - began);
                if (ended == null) {
                    attempt(failed);
                } else {
                    completeExceptionally(stopping(call, failure));
                }
            });
        }

        private void attempt(FailureCount before) {
            Runnable elapsed = budget.elapsed();
            CompletableFuture<ApiReply> attempt;
            try {
                attempt = next.send(call, budget);
            } catch (RuntimeException | Error thrown) {
                attempt = CompletableFuture.failedFuture(thrown);
            }
            attempt.whenComplete((reply, thrown) -> ended(before, elapsed, reply, thrown));
        }
    }

    // the time until a slow 429 counts as a wait too; otherwise no lease would be long enough for many of them
    private static Throwable timed(Throwable thrown, Runnable elapsed) {
        if (thrown instanceof CliqtelThrottledException) {
            elapsed.run();
        }
        return thrown;
    }

    // only waits that the server names use up maxWait: the other waits are short and have a limit of their own
    private static boolean fits(CliqtelException failure, Duration delay, WaitBudget budget) {
        if (!RetryPolicy.isWaitNamed(failure)) {
            return true;
        }
        if (delay.compareTo(budget.left()) > 0) {
            return false;
        }
        budget.spend(delay.toNanos());
        return true;
    }

    private static CliqtelException stopping(ApiCall call, CliqtelException failure) {
        return new CliqtelUnavailableException(
                new ErrorFacts(
                        call.operation(),
                        ErrorCode.SHUTTING_DOWN,
                        failure.getStatusCode(),
                        "the component is stopping before the next attempt; nothing was sent"),
                Outcome.NOT_SENT,
                failure);
    }
}
