/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.limit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static com.cliqtel.camel.limit.PermitRequests.answerAtOnce;
import static com.cliqtel.camel.limit.PermitRequests.call;
import static com.cliqtel.camel.limit.PermitRequests.complete;
import static com.cliqtel.camel.limit.PermitRequests.done;
import static com.cliqtel.camel.limit.PermitRequests.of;
import static com.cliqtel.camel.limit.PermitRequests.send;
import static com.cliqtel.camel.limit.PermitRequests.take;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

class RequestPurposeTest {

    private final VirtualTime time = new VirtualTime();
    private final List<Purpose> served = new ArrayList<>();
    private final Map<Purpose, Integer> counts = new EnumMap<>(Purpose.class);

    @Test
    void lendsUnusedPermits() {
        assertThat(done(take(limiter(60, 0), of(Purpose.POLL), 61))).isEqualTo(60);
    }

    @Test
    void purposeBelowItsShareGoesFirst() {
        AccountRateLimiter limiter = limiter(60, 0);
        complete(take(limiter, call(), 60));
        for (Purpose purpose :
                List.of(Purpose.CALL, Purpose.POLL, Purpose.HEALTH, Purpose.RECONCILE, Purpose.RECONCILE)) {
            limiter.acquire(of(purpose)).thenAccept(permit -> served.add(purpose));
        }
        time.passMillis(60_250);
        assertThat(served)
                .containsExactly(Purpose.RECONCILE, Purpose.RECONCILE, Purpose.HEALTH, Purpose.POLL, Purpose.CALL);
    }

    @Test
    void servesByArrivalBeyondTheShares() {
        AccountRateLimiter limiter = limiter(60, 0);
        complete(take(limiter, of(Purpose.POLL), 6));
        complete(take(limiter, call(), 43));
        time.passMillis(1_000);
        complete(take(limiter, call(), 11));
        List<String> order = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            String name = "poll " + i;
            limiter.acquire(of(Purpose.POLL)).thenAccept(permit -> order.add(name));
        }
        limiter.acquire(call()).thenAccept(permit -> order.add("call"));
        time.passMillis(59_250);
        // 49 are free, six polls are within their part, and so is the call; the other two came before it, but beyond
        assertThat(order)
                .containsExactly(
                        "poll 0", "poll 1", "poll 2", "poll 3", "poll 4", "poll 5", "call", "poll 6", "poll 7");
    }

    @Test
    void readOvertakesASendThatWaitsForTheSecondLimit() {
        AccountRateLimiter limiter = limiter(60, 1);
        List<CompletableFuture<Permit>> sends = take(limiter, send(), 3);
        List<CompletableFuture<Permit>> reads = take(limiter, of(Purpose.POLL), 5);
        assertThat(done(sends)).isEqualTo(1);
        assertThat(done(reads)).isEqualTo(5);
        assertThat(limiter.acquire(call())).isDone();
    }

    @Test
    void sendIsNotOvertakenOnceTheSecondLimitAllowsIt() {
        AccountRateLimiter limiter = limiter(1, 1);
        complete(limiter.acquire(send()));
        CompletableFuture<Permit> send = limiter.acquire(send());
        CompletableFuture<Permit> read = limiter.acquire(call());
        time.passMillis(60_250);
        assertThat(send).isDone();
        assertThat(read).isNotDone();
    }

    @ParameterizedTest
    @CsvSource({"60,10,1,6,43", "600,10,1,6,583", "30,5,1,3,21", "10,1,1,1,7", "4,1,1,1,1", "3,0,0,0,0", "1,0,0,0,0"})
    void sharesShrinkWithTheLimit(int permits, int reconcile, int health, int poll, int call) {
        PurposeShares shares = new PurposeShares(permits);
        assertThat(List.of(Purpose.values()).stream().map(shares::part).collect(toList()))
                .containsExactly(reconcile, health, poll, call);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 7, 10, 30, 60, 600})
    void noRequestStarvesAndEachGetsItsShare(int permits) {
        AccountRateLimiter limiter = limiter(permits, 0);
        for (Purpose purpose : Purpose.values()) {
            for (int i = 0; i < permits + 1; i++) {
                again(limiter, purpose);
            }
        }
        int minutes = 100;
        time.pass(Duration.ofMillis(60_250L * minutes - 1));
        PurposeShares shares = new PurposeShares(permits);
        for (Purpose purpose : Purpose.values()) {
            // they all arrive together, so that each purpose may have to wait for its first round
            assertThat(counts.getOrDefault(purpose, 0))
                    .as("%s", purpose)
                    .isGreaterThanOrEqualTo(Math.max(1, shares.part(purpose)) * (minutes - 1) / (permits < 4 ? 5 : 1));
        }
        assertThat(counts.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(permits * minutes);
    }

    @Test
    void aNewRequestGetsTheWaitOfItsOwnShare() {
        AccountRateLimiter limiter = limiter(60, 0);
        complete(take(limiter, call(), 60));
        take(limiter, call(), 1_000);
        Duration minute = Duration.ofMillis(60_250);
        PermitRequest reconcile = new PermitRequest("account", Purpose.RECONCILE, false, minute);
        assertThat(take(limiter, reconcile, 10)).allMatch(waiting -> !waiting.isDone());
        assertThat(limiter.acquire(new PermitRequest("account", Purpose.RECONCILE, false, minute.multipliedBy(2))))
                .isNotDone();
        assertThat(limiter.acquire(call(minute.multipliedBy(15)))).isCompletedExceptionally();
    }

    private void again(AccountRateLimiter limiter, Purpose purpose) {
        CompletableFuture<Permit> permit = limiter.acquire(of(purpose));
        permit.thenAccept(taken -> {
            counts.merge(purpose, 1, Integer::sum);
            time.after(0, () -> again(limiter, purpose));
        });
        answerAtOnce(permit);
    }

    private AccountRateLimiter limiter(int perMinute, int perSecond) {
        return new AccountRateLimiter(new LocalQuota(new LimiterSettings(perMinute, perSecond, 1)), time, time);
    }
}
