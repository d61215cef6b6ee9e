/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.limit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

/** Real threads, real time and the JDK's alarm, with windows of a twentieth of a second. */
class ConcurrentRequestsTest {

    private static final int PERMITS = 100;
    private static final Window WINDOW = new Window(Duration.ofMillis(50), Duration.ZERO);

    @Test
    @Timeout(60)
    void keepToTheLimitTogether() throws Exception {
        LimiterSettings rates = new LimiterSettings(PERMITS, 0, 1, WINDOW, Window.SECOND);
        ConcurrentLinkedQueue<Long> counted = new ConcurrentLinkedQueue<>();
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try (AccountRateLimiter limiter =
                new AccountRateLimiter(new LocalQuota(rates), System::nanoTime, WakeUpTimer.ofTheJdk())) {
            List<CompletableFuture<Void>> all = new ArrayList<>();
            for (int i = 0; i < 2_000; i++) {
                PermitRequest demand =
                        new PermitRequest("account", Purpose.values()[i % 4], i % 2 == 0, Duration.ofMinutes(1));
                CompletableFuture<Void> request = CompletableFuture.supplyAsync(() -> limiter.acquire(demand), threads)
                        .thenCompose(permit -> permit)
                        .thenAcceptAsync(
                                permit -> {
                                    counted.add(System.nanoTime());
                                    permit.completed(QuotaObservation.nothing());
                                },
                                threads);
                all.add(request);
            }
            CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).get(50, TimeUnit.SECONDS);
        } finally {
            threads.shutdownNow();
        }
        List<Long> arrivals = counted.stream().sorted().toList();
        assertThat(arrivals).hasSize(2_000);
        assertThat(RequestSchedule.tooMany(arrivals, PERMITS, WINDOW)).isNull();
    }
}
