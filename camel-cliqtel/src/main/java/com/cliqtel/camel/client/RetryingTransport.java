/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.client;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import com.cliqtel.camel.error.Causes;
import com.cliqtel.camel.error.CliqtelException;
import com.cliqtel.camel.error.CliqtelThrottledException;
import com.cliqtel.camel.error.CliqtelUnavailableException;
import com.cliqtel.camel.error.ErrorCode;
import com.cliqtel.camel.error.ErrorFacts;
import com.cliqtel.camel.error.Outcome;
import com.cliqtel.camel.observe.Wait;
import com.cliqtel.camel.retry.Failed;
import com.cliqtel.camel.retry.RetryPolicy;
import com.cliqtel.camel.wire.Call;
import com.cliqtel.camel.wire.Reply;

/** Makes a call again when the policy says so, after a wait that holds no thread. */
final class RetryingTransport implements Transport {

    private final Transport next;
    private final RetryPolicy policy;
    private final Waits waits;

    RetryingTransport(Transport next, RetryPolicy policy, Waits waits) {
        this.next = next;
        this.policy = policy;
        this.waits = waits;
    }

    @Override
    public CompletableFuture<Reply> send(Call call, Patience patience) {
        return attempt(call, patience, Failed.NEVER);
    }

    private CompletableFuture<Reply> attempt(Call call, Patience patience, Failed before) {
        Runnable refused = patience.whole();
        CompletableFuture<Reply> attempt = next.send(call, patience);
        if (attempt.isDone() && !attempt.isCompletedExceptionally()) {
            return attempt;
        }
        return attempt.handle((reply, thrown) -> thrown == null
                        ? CompletableFuture.completedFuture(reply)
                        : afterwards(call, patience, before, timed(Causes.of(thrown), refused)))
                .thenCompose(reply -> reply);
    }

    // a refusal that was slow to come has been waited for too: else no lease would be long enough for many of them
    private static Throwable timed(Throwable thrown, Runnable refused) {
        if (thrown instanceof CliqtelThrottledException) {
            refused.run();
        }
        return thrown;
    }

    private CompletableFuture<Reply> afterwards(Call call, Patience patience, Failed before, Throwable thrown) {
        if (!(thrown instanceof CliqtelException failure)) {
            return CompletableFuture.failedFuture(thrown);
        }
        Failed failed = before.with(failure);
        Optional<Duration> wait =
                policy.delayAfter(failure, failed).filter(delay -> bearable(failure, delay, patience));
        return wait.isEmpty()
                ? CompletableFuture.failedFuture(failure)
                : again(call, patience, failed, wait.get(), failure);
    }

    private CompletableFuture<Reply> again(
            Call call, Patience patience, Failed failed, Duration wait, CliqtelException failure) {
        long began = System.nanoTime();
        return waits.pass(wait)
                .handle((passed, ended) -> {
                    patience.observer().waited(Wait.RETRY, System.nanoTime() - began);
                    return ended == null ? attempt(call, patience, failed) : stopping(call, failure);
                })
                .thenCompose(reply -> reply);
    }

    // only refusals for the rate use up patience: the waits between retries are short, and have a ceiling of their own
    private static boolean bearable(CliqtelException failure, Duration delay, Patience patience) {
        if (!(failure instanceof CliqtelThrottledException)) {
            return true;
        }
        if (delay.compareTo(patience.left()) > 0) {
            return false;
        }
        patience.spend(delay.toNanos());
        return true;
    }

    private static CompletableFuture<Reply> stopping(Call call, CliqtelException failure) {
        return CompletableFuture.failedFuture(new CliqtelUnavailableException(
                new ErrorFacts(
                        call.operation(),
                        ErrorCode.SHUTTING_DOWN,
                        failure.getStatusCode(),
                        "the component is stopping before the next attempt; nothing was sent"),
                Outcome.NOT_SENT,
                failure));
    }

    @Override
    public String toString() {
        return "Retrying " + policy.maxRetries() + " times > " + next;
    }
}
