/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.limit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static com.cliqtel.camel.limit.PermitRequests.call;
import static com.cliqtel.camel.limit.PermitRequests.complete;
import static com.cliqtel.camel.limit.PermitRequests.done;
import static com.cliqtel.camel.limit.PermitRequests.refusal;
import static com.cliqtel.camel.limit.PermitRequests.take;
import static org.assertj.core.api.Assertions.assertThat;

/** Many who wait. */
class ManyWaitersTest {

    private final VirtualTime time = new VirtualTime();
    private final AccountRateLimiter limiter =
            new AccountRateLimiter(new LocalQuota(new LimiterSettings(60, 10, 1)), time, time);

    @ParameterizedTest
    @ValueSource(ints = {10_000, 100_000})
    void waitsWithoutThreadsAndInLittleMemory(int crowd) {
        complete(take(limiter, call(), 60));
        List<CompletableFuture<Permit>> waiting = new ArrayList<>(crowd);
        PermitRequest demand = call(Duration.ofDays(10));
        int threads = Thread.activeCount();
        long before = usedHeap();
        for (int i = 0; i < crowd; i++) {
            waiting.add(limiter.acquire(demand));
        }
        long bytes = (usedHeap() - before) / crowd;
        System.out.printf("RATE crowd of %d: %d bytes for each who waits%n", crowd, bytes);
        // those that other tests left behind may end meanwhile
        assertThat(Thread.activeCount()).isLessThanOrEqualTo(threads);
        assertThat(bytes).isLessThan(2_000);
        assertThat(done(waiting)).isZero();
    }

    @Test
    void isServedInOrder() {
        complete(take(limiter, call(), 60));
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            int number = i;
            CompletableFuture<Permit> permit = limiter.acquire(call(Duration.ofDays(10)));
            permit.thenAccept(taken -> {
                order.add(number);
                taken.completed(QuotaObservation.nothing());
            });
        }
        time.pass(Duration.ofMillis(60_250).multipliedBy(167));
        assertThat(order).hasSize(10_000).isSorted();
    }

    @Test
    void tooLongAWaitIsRefusedAtOnce() {
        complete(take(limiter, call(), 60));
        PermitRequest impatient = call(Duration.ofSeconds(120));
        List<CompletableFuture<Permit>> crowd = take(limiter, impatient, 10_000);
        assertThat(done(crowd)).isEqualTo(10_000 - 60);
        assertThat(crowd.subList(60, 10_000))
                .allMatch(refused -> refusal(refused) instanceof NoPermitException why
                        && why.expectedWait().equals(Duration.ofMillis(120_500)));
    }

    @Test
    void isEndedOnceEachByClose() {
        complete(take(limiter, call(), 60));
        List<CompletableFuture<Permit>> crowd = take(limiter, call(Duration.ofDays(10)), 10_000);
        AtomicInteger ends = new AtomicInteger();
        crowd.forEach(waiting -> waiting.whenComplete((permit, why) -> ends.incrementAndGet()));
        limiter.close();
        time.pass(Duration.ofDays(11));
        assertThat(ends).hasValue(10_000);
        assertThat(crowd).allMatch(ended -> refusal(ended) instanceof LimiterClosedException);
    }

    @Test
    void aCancelledRequestUsesNoPermit() {
        complete(take(limiter, call(), 60));
        List<CompletableFuture<Permit>> leaving = take(limiter, call(Duration.ofDays(10)), 10_000);
        List<CompletableFuture<Permit>> staying = take(limiter, call(Duration.ofDays(10)), 60);
        leaving.forEach(waiting -> waiting.cancel(true));
        time.passMillis(60_250);
        assertThat(done(staying)).isEqualTo(60);
    }

    @Test
    void eachIsRefusedWhenHisTimeIsUp() {
        // a permit that isn't completed counts as completed after an hour, so the waits are shorter
        AccountRateLimiter large =
                new AccountRateLimiter(new LocalQuota(new LimiterSettings(10_000, 0, 1)), time, time);
        take(large, call(), 10_000);
        List<CompletableFuture<Permit>> crowd = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            crowd.add(large.acquire(call(Duration.ofMinutes(50).plusMillis((i * 7_919L) % 10_000))));
        }
        time.pass(Duration.ofMinutes(50).plusMillis(4_999));
        assertThat(done(crowd)).isEqualTo(5_000);
        time.passMillis(5_000);
        assertThat(done(crowd)).isEqualTo(10_000);
        assertThat(crowd).allMatch(late -> refusal(late) instanceof NoPermitException);
    }

    private static long usedHeap() {
        Runtime runtime = Runtime.getRuntime();
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
