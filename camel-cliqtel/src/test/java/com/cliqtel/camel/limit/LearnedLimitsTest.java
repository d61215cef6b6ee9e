/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.limit;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;

import static com.cliqtel.camel.limit.PermitRequests.call;
import static com.cliqtel.camel.limit.PermitRequests.complete;
import static com.cliqtel.camel.limit.PermitRequests.done;
import static com.cliqtel.camel.limit.PermitRequests.refusal;
import static com.cliqtel.camel.limit.PermitRequests.take;
import static org.assertj.core.api.Assertions.assertThat;

class LearnedLimitsTest {

    private static final Duration A_ROUND = Duration.ofMillis(60_250);

    private final VirtualTime time = new VirtualTime();
    private final AccountRateLimiter limiter =
            new AccountRateLimiter(new LocalQuota(new LimiterSettings(60, 10, 1)), time, time);

    @Test
    void keepsToALowerLimitUntilAnAnswerSaysAnotherOne() {
        answer(new QuotaObservation(20, 19, null));
        assertThat(burst()).isEqualTo(20);
        answer(new QuotaObservation(40, 39, null));
        assertThat(burst()).isEqualTo(40);
        answer(new QuotaObservation(6_000, 5_999, null));
        assertThat(burst()).isEqualTo(60);
    }

    @Test
    void forgetsALowerLimitThatNoAnswerRepeats() {
        answer(new QuotaObservation(1, 0, null));
        assertThat(burst()).isEqualTo(1);
        time.pass(Duration.ofHours(1));
        assertThat(burst()).isEqualTo(60);
    }

    @Test
    void servesWaitingRequestsWhenTheLimitRises() {
        answer(new QuotaObservation(1, 0, null));
        time.pass(A_ROUND);
        CompletableFuture<Permit> first = limiter.acquire(call());
        List<CompletableFuture<Permit>> waiting = take(limiter, call(), 59);
        first.join().completed(new QuotaObservation(60, 59, null));
        time.passMillis(0);
        assertThat(done(waiting)).isEqualTo(59);
    }

    @Test
    void leavesOthersWhatTheyUseForAMinute() {
        answer(new QuotaObservation(60, 34, null));
        // 26 are used, of which one is ours
        assertThat(done(take(limiter, call(), 60))).isEqualTo(34);
        time.pass(Duration.ofMinutes(2));
    }

    @Test
    void ignoresOtherClientsWithinTheirShare() {
        AccountRateLimiter third =
                new AccountRateLimiter(new LocalQuota(new LimiterSettings(60, 0, 1.0 / 3)), time, time);
        third.acquire(call()).join().completed(new QuotaObservation(60, 19, null));
        assertThat(done(take(third, call(), 30))).isEqualTo(19);
    }

    @Test
    void startsNoMoreThanTheServerHasLeftWhileOthersUseTheKey() {
        answer(new QuotaObservation(60, 30, null));
        answer(new QuotaObservation(60, 3, null));
        assertThat(done(take(limiter, call(), 10))).isEqualTo(3);
    }

    @Test
    void neverRaisesItselfBecauseMuchIsLeft() {
        answer(new QuotaObservation(600, 599, null));
        assertThat(burst()).isEqualTo(60);
    }

    @Test
    void holdsEverythingBackAfterA429() {
        answer(new QuotaObservation(60, 0, Duration.ofSeconds(31)));
        CompletableFuture<Permit> held =
                limiter.acquire(new PermitRequest("account", Purpose.RECONCILE, false, Duration.ofMinutes(1)));
        time.pass(Duration.ofSeconds(31).minusNanos(1));
        assertThat(held).isNotDone();
        time.pass(Duration.ofNanos(1));
        assertThat(held).isDone();
    }

    @Test
    void goesOnAfterTheHoldAsTheNextAnswerAllows() {
        answer(new QuotaObservation(60, 0, Duration.ofSeconds(2)));
        List<CompletableFuture<Permit>> waiting = take(limiter, call(), 50);
        // what is left then is not known: one finds out
        time.passMillis(2_000);
        assertThat(done(waiting)).isEqualTo(1);
        waiting.get(0).join().completed(new QuotaObservation(60, 59, null));
        time.passMillis(0);
        assertThat(done(waiting)).isEqualTo(50);
    }

    @Test
    void holdsForAQuarterOfAnHourAtMost() {
        answer(new QuotaObservation(null, null, Duration.ofSeconds(Long.MAX_VALUE)));
        assertThat(refusal(limiter.acquire(call(Duration.ofSeconds(900)))))
                .isInstanceOfSatisfying(NoPermitException.class, why -> assertThat(why.expectedWait())
                        .isEqualTo(Duration.ofSeconds(901)));
        CompletableFuture<Permit> patient = limiter.acquire(call());
        time.pass(Duration.ofSeconds(901));
        assertThat(patient).isDone();
    }

    @Test
    void spacesRequestsEvenlyForAnHourAfterA429ThatNothingExplains() {
        answer(new QuotaObservation(null, null, Duration.ZERO));
        List<CompletableFuture<Permit>> waiting = take(limiter, call(), 200);
        waiting.forEach(PermitRequests::answerAtOnce);
        time.pass(Duration.ofMinutes(1));
        assertThat(done(waiting)).isBetween(57L, 58L);
        time.pass(Duration.ofMinutes(1));
        assertThat(done(waiting)).isBetween(115L, 116L);
        time.pass(Duration.ofHours(1));
        assertThat(burst()).isEqualTo(60);
    }

    @Test
    void keepsItsPaceAfterA429ThatALowerLimitExplains() {
        List<CompletableFuture<Permit>> all = take(limiter, call(), 60);
        all.get(0).join().completed(new QuotaObservation(30, 0, Duration.ofSeconds(1)));
        complete(all.subList(1, 60));
        assertThat(burst()).isEqualTo(30);
    }

    @Test
    void keepsItsPaceAfterA429ThatOthersExplain() {
        answer(new QuotaObservation(60, 20, null));
        answer(new QuotaObservation(60, 0, Duration.ofSeconds(1)));
        time.pass(Duration.ofMinutes(11));
        assertThat(burst()).isEqualTo(60);
    }

    @Test
    void isStuckByNothingAServerSays() {
        Random random = new Random(7);
        int[] numbers = {Integer.MIN_VALUE, -60, -1, 0, 1, 2, 59, 60, 61, Integer.MAX_VALUE};
        Duration[] waits = {
            null, null, null, Duration.ofSeconds(Long.MIN_VALUE), Duration.ZERO, Duration.ofSeconds(Long.MAX_VALUE)
        };
        Duration longest = Duration.ofSeconds(901).plus(A_ROUND.multipliedBy(2));
        for (int i = 0; i < 20_000; i++) {
            CompletableFuture<Permit> permit = limiter.acquire(call(longest));
            time.pass(longest);
            assertThat(permit).isCompleted();
            permit.join()
                    .completed(new QuotaObservation(
                            numbers[random.nextInt(numbers.length)],
                            numbers[random.nextInt(numbers.length)],
                            waits[random.nextInt(waits.length)]));
        }
        time.pass(Duration.ofMinutes(100));
        assertThat(burst()).isEqualTo(60);
    }

    /** One request whose answer comes at once. */
    private void answer(QuotaObservation observed) {
        CompletableFuture<Permit> permit = limiter.acquire(call());
        assertThat(permit).isDone();
        permit.join().completed(observed);
    }

    /** How many go out at once when nobody has called for a while. */
    private long burst() {
        time.pass(A_ROUND);
        List<CompletableFuture<Permit>> all = take(limiter, call(), 100);
        long atOnce = done(all);
        all.forEach(permit -> permit.cancel(false));
        all.stream().filter(permit -> !permit.isCancelled()).forEach(PermitRequests::answerAtOnce);
        time.pass(A_ROUND);
        return atOnce;
    }
}
