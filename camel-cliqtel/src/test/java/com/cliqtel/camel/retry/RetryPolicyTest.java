/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.retry;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.cliqtel.camel.error.CliqtelException;
import com.cliqtel.camel.error.CliqtelRejectedException;
import com.cliqtel.camel.error.CliqtelThrottledException;
import com.cliqtel.camel.error.CliqtelUnavailableException;
import com.cliqtel.camel.error.ErrorCode;
import com.cliqtel.camel.error.ErrorFacts;
import com.cliqtel.camel.error.Outcome;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Which failures are followed by another attempt, and after what wait. */
class RetryPolicyTest {

    private static final Backoff WHOLE = new Backoff(Duration.ofMillis(500), Duration.ofSeconds(8), () -> 1);
    private static final RetryPolicy THREE = new RetryPolicy(3, WHOLE);

    private static ErrorFacts facts(ErrorCode code) {
        return new ErrorFacts("send", code, 0, "x");
    }

    private static CliqtelException unavailable(Outcome outcome) {
        return new CliqtelUnavailableException(facts(ErrorCode.NO_ANSWER), outcome, null);
    }

    private static CliqtelException throttled(long seconds) {
        return new CliqtelThrottledException(facts(ErrorCode.RATE_LIMITED), Duration.ofSeconds(seconds));
    }

    static Stream<CliqtelException> lastWords() {
        return Stream.of(
                new CliqtelRejectedException(facts(ErrorCode.SEND_FAILED)),
                unavailable(Outcome.UNKNOWN),
                unavailable(Outcome.SENT),
                new CliqtelUnavailableException(facts(ErrorCode.SHUTTING_DOWN), Outcome.NOT_SENT, null),
                new CliqtelThrottledException(facts(ErrorCode.NO_PERMIT), Duration.ZERO));
    }

    @ParameterizedTest
    @MethodSource("lastWords")
    void neverRepeatsWhatMayHaveHappenedOrWouldFailAgain(CliqtelException failure) {
        assertThat(THREE.delayAfter(failure, FailureCount.NEVER.with(failure))).isEmpty();
    }

    @Test
    void repeatsWhatWasCertainlyNotSentThreeTimesAfterDoublingWaits() {
        FailureCount failed = FailureCount.NEVER;
        List<Long> waits = Stream.of(500L, 1000L, 2000L).toList();
        for (long wait : waits) {
            failed = failed.with(unavailable(Outcome.NOT_SENT));
            assertThat(THREE.delayAfter(unavailable(Outcome.NOT_SENT), failed)).contains(Duration.ofMillis(wait));
        }
        failed = failed.with(unavailable(Outcome.NOT_SENT));
        assertThat(THREE.delayAfter(unavailable(Outcome.NOT_SENT), failed)).isEmpty();
    }

    @Test
    void aRefusalForTheRateDoesNotCountAsARetryAndWaitsAsLongAsItSaysAndLongerEachTime() {
        RetryPolicy none = new RetryPolicy(0, WHOLE);
        FailureCount failed = FailureCount.NEVER;
        for (long wait : new long[] {1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300}) {
            failed = failed.with(throttled(1));
            assertThat(none.delayAfter(throttled(1), failed)).contains(Duration.ofSeconds(wait));
        }
        assertThat(none.delayAfter(throttled(600), failed)).contains(Duration.ofSeconds(600));
        assertThat(none.delayAfter(throttled(60), new FailureCount(0, 2))).contains(Duration.ofSeconds(60));
        assertThat(none.delayAfter(throttled(5), new FailureCount(0, 3))).contains(Duration.ofSeconds(20));
    }

    @Test
    void aWaitThatTheServerNamesIsNeverShortenedAndCountsAsARetry() {
        CliqtelException busy = CliqtelUnavailableException.until(Duration.ofSeconds(60), facts(ErrorCode.HTTP_STATUS));
        CliqtelException moment = CliqtelUnavailableException.until(Duration.ofMillis(1), facts(ErrorCode.HTTP_STATUS));
        assertThat(THREE.delayAfter(busy, new FailureCount(1, 0))).contains(Duration.ofSeconds(60));
        assertThat(THREE.delayAfter(moment, new FailureCount(1, 0))).contains(Duration.ofMillis(500));
        assertThat(THREE.delayAfter(busy, new FailureCount(4, 0))).isEmpty();
        assertThat(RetryPolicy.isWaitNamed(busy)).isTrue();
        assertThat(RetryPolicy.isWaitNamed(unavailable(Outcome.NOT_SENT))).isFalse();
    }

    @Test
    void refusesANegativeNumberOfRetries() {
        assertThatThrownBy(() -> RetryPolicy.times(-1)).hasMessageContaining("maxRetries");
    }

    @Property
    void aWaitIsNeverNegativeAndNeverAboveItsCeiling(
            @ForAll @IntRange(min = 1, max = 10_000) int failures, @ForAll @DoubleRange(max = 1) double random) {
        Backoff backoff = new Backoff(Duration.ofMillis(500), Duration.ofSeconds(8), () -> random);
        assertThat(backoff.delay(failures)).isBetween(Duration.ZERO, Duration.ofSeconds(8));
    }

    @Test
    void theLongestBackoffIsNeverExceeded() {
        Duration all = IntStream.rangeClosed(1, 3).mapToObj(WHOLE::delay).reduce(Duration.ZERO, Duration::plus);
        assertThat(all).isLessThanOrEqualTo(THREE.longestBackoff());
    }

    @Test
    void theLongestBackoffIsTheCeilingForEachRetry() {
        assertThat(THREE.longestBackoff()).isEqualTo(Duration.ofSeconds(24));
        assertThat(RetryPolicy.times(2).longestBackoff()).isEqualTo(Duration.ofSeconds(16));
    }

    @Test
    void theUsualWaitIsDrawnAnewEachTimeFromNothingToItsHeight() {
        RetryPolicy usual = RetryPolicy.times(1);
        List<Duration> waits = Stream.generate(
                        () -> usual.delayAfter(unavailable(Outcome.NOT_SENT), new FailureCount(1, 0))
                                .orElseThrow())
                .limit(20)
                .toList();
        assertThat(waits).allSatisfy(wait -> assertThat(wait).isBetween(Duration.ZERO, Duration.ofMillis(500)));
        assertThat(waits.stream().distinct()).hasSizeGreaterThan(1);
    }

    @Test
    void aWaitIsTheDrawnPartOfItsHeight() {
        Backoff half = new Backoff(Duration.ofMillis(500), Duration.ofSeconds(8), () -> 0.5);
        assertThat(half.delay(2)).isEqualTo(Duration.ofMillis(500));
        assertThat(half.delay(100)).isEqualTo(Duration.ofSeconds(4));
    }

    @Test
    void aHeightDoublesAtMostThirtyTimes() {
        Backoff endless = new Backoff(Duration.ofNanos(1), Duration.ofDays(1), () -> 1);
        assertThat(endless.height(31)).isEqualTo(Duration.ofNanos(1L << 30));
        assertThat(endless.height(99)).isEqualTo(Duration.ofNanos(1L << 30));
    }
}
