/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.client;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import com.cliqtel.camel.error.CliqtelThrottledException;
import com.cliqtel.camel.error.ErrorCode;
import com.cliqtel.camel.error.ErrorFacts;
import com.cliqtel.camel.retry.RetryPolicy;
import com.cliqtel.camel.wire.ApiCalls;
import com.cliqtel.camel.wire.ApiReply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SlowRefusalsTest {

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

    @AfterEach
    void shutDown() {
        timer.shutdownNow();
    }

    @Test
    void useUpTheWaitBudgetByTheTimeTheyTake() {
        AtomicInteger attempts = new AtomicInteger();
        Transport slow = (call, patience) -> {
            attempts.incrementAndGet();
            CompletableFuture<ApiReply> refused = new CompletableFuture<>();
            CliqtelThrottledException why = new CliqtelThrottledException(
                    new ErrorFacts("list", ErrorCode.RATE_LIMITED, 429, "slow down"), Duration.ofMillis(100));
            timer.schedule(() -> refused.completeExceptionally(why), 300, TimeUnit.MILLISECONDS);
            return refused;
        };
        // the waits alone, of 100, 200 and 400 ms, would allow a fourth
        Transport retrying = new RetryingTransport(slow, RetryPolicy.times(0), new TimedWaits(timer, Runnable::run));
        CompletableFuture<ApiReply> ended = retrying.send(ApiCalls.numbers(), WaitBudget.of(Duration.ofMillis(1000)));
        assertThat(ended).failsWithin(Duration.ofSeconds(20));
        assertThat(attempts).hasValueLessThan(4);
    }
}
