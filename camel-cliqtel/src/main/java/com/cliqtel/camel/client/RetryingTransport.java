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

/** Makes a call again when the policy says so, after a wait that holds no thread. */
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
    public CompletableFuture<ApiReply> send(ApiCall call, WaitBudget patience) {
        Runnable refused = patience.whole();
        CompletableFuture<ApiReply> first = next.send(call, patience);
        if (first.isDone() && !first.isCompletedExceptionally()) {
            return first;
        }
        Calling calling = new Calling(call, patience);
        first.whenComplete((reply, thrown) -> calling.ended(FailureCount.NEVER, refused, reply, thrown));
        return calling;
    }

    /** One call: every attempt at it ends in this one future, and none in another's, for there may be thousands. */
    private final class Calling extends CompletableFuture<ApiReply> {

        private final ApiCall call;
        private final WaitBudget patience;

        Calling(ApiCall call, WaitBudget patience) {
            this.call = call;
            this.patience = patience;
        }

        void ended(FailureCount before, Runnable refused, ApiReply reply, Throwable thrown) {
            if (thrown == null) {
                complete(reply);
                return;
            }
            try {
                afterwards(before, timed(Causes.of(thrown), refused));
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
                    .filter(delay -> bearable(failure, delay, patience))
                    .ifPresentOrElse(delay -> again(failed, delay, failure), () -> completeExceptionally(failure));
        }

        private void again(FailureCount failed, Duration wait, CliqtelException failure) {
            long began = System.nanoTime();
            waits.pass(wait).whenComplete((passed, ended) -> {
                patience.observer().waited(WaitReason.RETRY, System.nanoTime() - began);
                if (ended == null) {
                    attempt(failed);
                } else {
                    completeExceptionally(stopping(call, failure));
                }
            });
        }

        private void attempt(FailureCount before) {
            Runnable refused = patience.whole();
            CompletableFuture<ApiReply> attempt;
            try {
                attempt = next.send(call, patience);
            } catch (RuntimeException | Error thrown) {
                attempt = CompletableFuture.failedFuture(thrown);
            }
            attempt.whenComplete((reply, thrown) -> ended(before, refused, reply, thrown));
        }
    }

    // the time until a slow 429 counts as a wait too; otherwise no lease would be long enough for many of them
    private static Throwable timed(Throwable thrown, Runnable refused) {
        if (thrown instanceof CliqtelThrottledException) {
            refused.run();
        }
        return thrown;
    }

    // only waits that the server names use up maxWait: the other waits are short and have a limit of their own
    private static boolean bearable(CliqtelException failure, Duration delay, WaitBudget patience) {
        if (!RetryPolicy.isWaitNamed(failure)) {
            return true;
        }
        if (delay.compareTo(patience.left()) > 0) {
            return false;
        }
        patience.spend(delay.toNanos());
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

    @Override
    public String toString() {
        return "Retrying " + policy.maxRetries() + " times > " + next;
    }
}
