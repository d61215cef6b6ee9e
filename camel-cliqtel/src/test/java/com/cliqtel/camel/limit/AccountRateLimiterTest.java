/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.limit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static com.cliqtel.camel.limit.PermitRequests.call;
import static com.cliqtel.camel.limit.PermitRequests.complete;
import static com.cliqtel.camel.limit.PermitRequests.refusal;
import static com.cliqtel.camel.limit.PermitRequests.send;
import static com.cliqtel.camel.limit.PermitRequests.take;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class AccountRateLimiterTest {

    private final VirtualTime time = new VirtualTime();

    @Test
    void givesAllPermitsAtOnceAndTheNextOneAWindowAfterTheFirstAnswer() {
        AccountRateLimiter limiter = limiter(new LimiterSettings(60, 0, 1));
        List<CompletableFuture<Permit>> first = take(limiter, call(), 60);
        assertThat(first).allMatch(CompletableFuture::isDone);
        CompletableFuture<Permit> next = limiter.acquire(call());
        time.passMillis(300);
        first.get(7).join().completed(QuotaObservation.nothing());
        time.passMillis(60_249);
        assertThat(next).isNotDone();
        time.passMillis(1);
        assertThat(next).isCompleted();
    }

    @Test
    void holdsAPermitAsLongAsItsRequestIsUnanswered() {
        AccountRateLimiter limiter = limiter(new LimiterSettings(1, 0, 1));
        limiter.acquire(call());
        CompletableFuture<Permit> next = limiter.acquire(call());
        time.pass(ofMinutes(30));
        assertThat(next).isNotDone();
    }

    @Test
    void onlyASendTakesAPermitOfTheSecond() {
        AccountRateLimiter limiter = limiter(new LimiterSettings(60, 2, 1));
        List<CompletableFuture<Permit>> sends = take(limiter, send(), 3);
        assertThat(sends).map(CompletableFuture::isDone).containsExactly(true, true, false);
        assertThat(limiter.acquire(call())).isDone();
        complete(sends.subList(0, 2));
        time.passMillis(1_049);
        assertThat(sends.get(2)).isNotDone();
        time.passMillis(1);
        assertThat(sends.get(2)).isDone();
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, Long.MIN_VALUE + 1, -1, 0, Long.MAX_VALUE, Long.MAX_VALUE - 30_000_000_000L})
    void countsFromItsOwnStartWhereverTheClockBegins(long origin) {
        VirtualTime clock = new VirtualTime(origin);
        AccountRateLimiter limiter = new AccountRateLimiter(new LocalQuota(new LimiterSettings(1, 0, 1)), clock, clock);
        complete(limiter.acquire(call()));
        CompletableFuture<Permit> next = limiter.acquire(call());
        assertThat(next).isNotDone();
        clock.passMillis(60_249);
        assertThat(next).isNotDone();
        clock.passMillis(1);
        assertThat(next).isDone();
    }

    @Test
    void failsAtOnceWhatWouldWaitTooLong() {
        AccountRateLimiter limiter = limiter(new LimiterSettings(60, 0, 1));
        complete(take(limiter, call(), 60));
        take(limiter, call(), 60);
        time.passMillis(1_000);
        // 60 stand before it: the first round is over after 59.25 s more, the second after 60.25 s more
        assertNoPermit(limiter.acquire(call(ofMillis(119_499))), ofMillis(119_500));
        assertThat(limiter.acquire(call(ofMillis(119_500)))).isNotDone();
    }

    @Test
    void failsWhenTheLongestWaitHasPassed() {
        AccountRateLimiter limiter = limiter(new LimiterSettings(1, 0, 1));
        CompletableFuture<Permit> held = limiter.acquire(call());
        CompletableFuture<Permit> patient = limiter.acquire(call(ofSeconds(90)));
        time.pass(ofSeconds(50));
        complete(held);
        time.pass(ofSeconds(40).minusNanos(1));
        assertThat(patient).isNotDone();
        time.pass(Duration.ofNanos(1));
        assertNoPermit(patient, ofMillis(20_250));
    }

    @Test
    void givesNoPermitToACancelledRequest() {
        AccountRateLimiter limiter = limiter(new LimiterSettings(1, 0, 1));
        complete(limiter.acquire(call()));
        CompletableFuture<Permit> cancelled = limiter.acquire(call());
        CompletableFuture<Permit> timedOut = limiter.acquire(call());
        CompletableFuture<Permit> answered = limiter.acquire(call());
        CompletableFuture<Permit> stays = limiter.acquire(call());
        cancelled.cancel(false);
        timedOut.completeExceptionally(new IllegalStateException("shutdown"));
        answered.complete(null);
        time.passMillis(60_250);
        assertThat(stays).isCompleted();
    }

    @Test
    void endsEachWaitOnceWhenItIsClosed() {
        AccountRateLimiter limiter = limiter(new LimiterSettings(1, 0, 1));
        CompletableFuture<Permit> held = limiter.acquire(call());
        List<CompletableFuture<Permit>> waiting = take(limiter, call(), 100);
        List<Throwable> ends = new ArrayList<>();
        waiting.forEach(waiter -> waiter.whenComplete((permit, end) -> ends.add(end)));
        limiter.close();
        limiter.close();
        complete(held);
        time.pass(ofMinutes(10));
        assertThat(ends).hasSize(100).allMatch(LimiterClosedException.class::isInstance);
        assertThatThrownBy(limiter.acquire(call())::join).hasCauseInstanceOf(LimiterClosedException.class);
    }

    @Test
    void closesWhenNothingCanWakeItAnyMore() {
        AccountRateLimiter limiter =
                new AccountRateLimiter(new LocalQuota(new LimiterSettings(1, 0, 1)), time, (nanos, task) -> {
                    throw new RejectedExecutionException();
                });
        limiter.acquire(call());
        assertThatThrownBy(limiter.acquire(call())::join).hasCauseInstanceOf(LimiterClosedException.class);
    }

    @Test
    void countsAPermitOnceHoweverOftenItIsCompleted() {
        AccountRateLimiter limiter = limiter(new LimiterSettings(2, 0, 1));
        Permit permit = limiter.acquire(call()).join();
        limiter.acquire(call());
        permit.completed(QuotaObservation.nothing());
        permit.completed(QuotaObservation.nothing());
        List<CompletableFuture<Permit>> next = take(limiter, call(), 2);
        time.passMillis(60_250);
        assertThat(next).map(CompletableFuture::isDone).containsExactly(true, false);
    }

    @Test
    void failsWaitingRequestsAsSoonAsTheWaitIsTooLong() {
        AccountRateLimiter limiter = limiter(new LimiterSettings(2, 0, 1));
        List<CompletableFuture<Permit>> taken = take(limiter, call(), 2);
        CompletableFuture<Permit> patient = limiter.acquire(call(ofMinutes(5)));
        CompletableFuture<Permit> impatient = limiter.acquire(call(ofSeconds(299)));
        taken.get(0).join().completed(new QuotaObservation(null, null, ofSeconds(300)));
        assertThat(impatient).isNotDone();
        time.passMillis(0);
        assertNoPermit(impatient, ofSeconds(300));
        assertThat(patient).isNotDone();
        time.pass(ofSeconds(300));
        assertThat(patient).isCompleted();
    }

    @Test
    void usesOnePermitInALongerTimeWhereTheShareIsLessThanOne() {
        AccountRateLimiter limiter = limiter(new LimiterSettings(60, 0, 0.005));
        complete(limiter.acquire(call()));
        CompletableFuture<Permit> next = limiter.acquire(call());
        time.passMillis(200_249);
        assertThat(next).isNotDone();
        time.passMillis(1);
        assertThat(next).isDone();
    }

    @Test
    void setsOneTimerForAllWaitingRequests() {
        AccountRateLimiter limiter = limiter(new LimiterSettings(1, 0, 1));
        complete(limiter.acquire(call()));
        take(limiter, call(), 1_000);
        assertThat(time.planned()).isEqualTo(1);
    }

    @Test
    void doesNotMindAnAlarmThatGoesOffTooEarly() {
        AccountRateLimiter limiter = new AccountRateLimiter(
                new LocalQuota(new LimiterSettings(1, 0, 1)), time, (nanos, task) -> time.after((nanos + 1) / 2, task));
        complete(limiter.acquire(call()));
        CompletableFuture<Permit> next = limiter.acquire(call());
        time.passMillis(60_249);
        assertThat(next).isNotDone();
        time.passMillis(1);
        assertThat(next).isDone();
    }

    @Test
    void limitsNothingWhereTheLimitIsZero() {
        AccountRateLimiter limiter = limiter(new LimiterSettings(0, 0, 0.1));
        assertThat(take(limiter, send(), 10_000)).allMatch(CompletableFuture::isDone);
    }

    @Test
    void aPermitOfACancelledRequestGoesToTheNext() {
        AccountRateLimiter limiter = limiter(new LimiterSettings(2, 2, 1));
        complete(take(limiter, send(), 2));
        CompletableFuture<Permit> first = limiter.acquire(send());
        CompletableFuture<Permit> second = limiter.acquire(send());
        CompletableFuture<Permit> third = limiter.acquire(send());
        first.thenRun(() -> second.cancel(false));
        time.passMillis(60_250);
        assertThat(first).isCompleted();
        assertThat(third).isCompleted();
        assertThat(limiter).hasToString("AccountRateLimiter[0 waiting, 2 of 2 permits in use, 2 of them in flight]");
    }

    @Test
    void saysHowManyWaitAndHowManyPermitsAreInUse() {
        AccountRateLimiter limiter = limiter(new LimiterSettings(2, 0, 1));
        take(limiter, call(), 3);
        assertThat(limiter).hasToString("AccountRateLimiter[1 waiting, 2 of 2 permits in use, 2 of them in flight]");
    }

    private AccountRateLimiter limiter(LimiterSettings rates) {
        return new AccountRateLimiter(new LocalQuota(rates), time, time);
    }

    private static void assertNoPermit(CompletableFuture<Permit> refused, Duration expectedWait) {
        assertThat(refusal(refused))
                .isInstanceOfSatisfying(NoPermitException.class, why -> assertThat(why.expectedWait())
                        .isEqualTo(expectedWait));
    }
}
