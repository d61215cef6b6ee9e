/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.limit;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The limiter is woken for everybody who waits, also when time goes on while it thinks. */
class WakeUpTimerTest {

    @Test
    void wakesARequestThatIsDueDuringACalculation() {
        // every reading of the clock is a microsecond later, and permits become free a few microseconds apart
        AtomicLong clock = new AtomicLong();
        Deque<Long> due = new ArrayDeque<>();
        Deque<Runnable> tasks = new ArrayDeque<>();
        Window window = new Window(Duration.ofMillis(1), Duration.ZERO);
        AccountRateLimiter limiter = new AccountRateLimiter(
                new LocalQuota(new LimiterSettings(20, 0, 1, window, window)),
                () -> clock.addAndGet(1_000),
                (nanos, task) -> {
                    due.addLast(clock.get() + nanos);
                    tasks.addLast(task);
                });
        PermitRequest demand = new PermitRequest("account", Purpose.CALL, true, Duration.ofDays(1));
        List<CompletableFuture<Permit>> permits = PermitRequests.take(limiter, demand, 500);
        permits.forEach(permit -> permit.thenAccept(granted -> granted.completed(QuotaObservation.nothing())));
        while (!tasks.isEmpty()) {
            clock.accumulateAndGet(due.removeFirst(), Math::max);
            tasks.removeFirst().run();
        }
        assertThat(permits).allMatch(CompletableFuture::isDone);
    }
}
