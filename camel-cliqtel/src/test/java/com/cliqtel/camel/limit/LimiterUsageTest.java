/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.limit;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;

import static com.cliqtel.camel.limit.PermitRequests.call;
import static com.cliqtel.camel.limit.PermitRequests.complete;
import static com.cliqtel.camel.limit.PermitRequests.done;
import static com.cliqtel.camel.limit.PermitRequests.send;
import static com.cliqtel.camel.limit.PermitRequests.take;
import static org.assertj.core.api.Assertions.assertThat;

/** What a limiter shows of itself, and permits that are given back. */
class LimiterUsageTest {

    private final VirtualTime time = new VirtualTime();

    private AccountRateLimiter limiter(int perMinute, int perSecond) {
        return new AccountRateLimiter(new LocalQuota(new LimiterSettings(perMinute, perSecond, 1)), time, time);
    }

    private static LimiterUsage usage(AccountRateLimiter limiter) {
        return limiter.usage();
    }

    @Test
    void showsPermitsInUseAndWaitingRequests() {
        AccountRateLimiter limiter = limiter(3, 0);
        assertThat(usage(limiter)).isEqualTo(new LimiterUsage(0, 0, 3, Duration.ZERO));
        List<CompletableFuture<Permit>> permits = take(limiter, call(), 5);
        assertThat(usage(limiter)).isEqualTo(new LimiterUsage(2, 3, 3, Duration.ZERO));
        complete(permits.get(0));
        assertThat(usage(limiter)).as("held for its window").isEqualTo(new LimiterUsage(2, 3, 3, Duration.ZERO));
        time.passMillis(60_250);
        assertThat(usage(limiter)).as("and then the next one's").isEqualTo(new LimiterUsage(1, 3, 3, Duration.ZERO));
    }

    @Test
    void showsHowLongNothingGoesOut() {
        AccountRateLimiter limiter = limiter(60, 0);
        limiter.acquire(call()).join().completed(new QuotaObservation(null, null, Duration.ofSeconds(7)));
        assertThat(usage(limiter).held()).isBetween(Duration.ofSeconds(7), Duration.ofSeconds(8));
        time.passMillis(8_000);
        assertThat(usage(limiter).held()).isZero();
    }

    @Test
    void aPermitThatWasNotUsedIsAnothersAtOnce() {
        AccountRateLimiter limiter = limiter(2, 0);
        List<CompletableFuture<Permit>> permits = take(limiter, call(), 3);
        assertThat(done(permits)).isEqualTo(2);
        permits.get(0).join().unused();
        time.passMillis(0);
        assertThat(done(permits)).isEqualTo(3);
        assertThat(usage(limiter)).isEqualTo(new LimiterUsage(0, 2, 2, Duration.ZERO));
    }

    @Test
    void aPermitOfTheSecondThatWasNotUsedIsAnothersAtOnceToo() {
        AccountRateLimiter limiter = limiter(60, 1);
        List<CompletableFuture<Permit>> permits = take(limiter, send(), 2);
        assertThat(done(permits)).isEqualTo(1);
        permits.get(0).join().unused();
        time.passMillis(0);
        assertThat(done(permits)).isEqualTo(2);
        assertThat(usage(limiter).inUse()).isEqualTo(1);
    }

    @Test
    void whatIsSaidOfAPermitAfterItsEndIsNothing() {
        AccountRateLimiter limiter = limiter(2, 0);
        List<CompletableFuture<Permit>> permits = take(limiter, call(), 4);
        Permit first = permits.get(0).join();
        first.unused();
        first.unused();
        time.passMillis(0);
        assertThat(done(permits)).as("given back once").isEqualTo(3);
        Permit second = permits.get(1).join();
        second.completed(QuotaObservation.nothing());
        second.unused();
        time.passMillis(0);
        assertThat(done(permits)).as("used, so held for its window").isEqualTo(3);
    }

    @Test
    void ofALimiterThatCannotTakeItBackItCountsAsUsed() {
        AtomicReference<QuotaObservation> told = new AtomicReference<>();
        Permit permit = told::set;
        permit.unused();
        assertThat(told.get()).isEqualTo(QuotaObservation.nothing());
    }
}
