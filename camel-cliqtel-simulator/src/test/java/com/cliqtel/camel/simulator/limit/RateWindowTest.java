/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.limit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.cliqtel.camel.simulator.time.SimulatedTime;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Three calls in ten seconds, as each kind of window counts them. */
class RateWindowTest {

    private static final Instant START = Instant.parse("2026-04-03T10:15:00Z");
    private static final Duration LENGTH = Duration.ofSeconds(10);

    /** At each of these milliseconds a call; what is left after it, or "-" and the wait in milliseconds. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FIRST_HIT    | 4000 5000 6000 7000 13999 14000 23999 24000 | 2 1 0 -7000 -1 2 1 2",
                "FIRST_HIT    | 0 9000 9500 9900 10000 40000                | 2 1 0 -100 2 2",
                "CLOCK        | 4000 5000 6000 7000 9999 10000 19999 20000  | 2 1 0 -3000 -1 2 1 2",
                "SLIDING      | 4000 5000 6000 7000 13999 14000 14500 15000 | 2 1 0 -7000 -1 0 -500 0",
                "TOKEN_BUCKET | 0 0 0 0 3333 3334 10000 13332 13333 23333   | 2 1 0 -3334 -1 0 1 0 -1 2"
            })
    void grantsAndRefuses(WindowKind kind, String times, String answers) {
        RateWindow window = kind.window(3, LENGTH);

        List<String> actual = Stream.of(times.split(" "))
                .map(millis -> window.take(START.plusMillis(Long.parseLong(millis))))
                .map(permit ->
                        permit.granted() ? String.valueOf(permit.remaining()) : "-" + millisUp(permit.retryAfter()))
                .toList();

        assertThat(actual).containsExactly(answers.split(" "));
    }

    @Property
    void allowsACallAfterItsRetryAfter(
            @ForAll WindowKind kind, @ForAll @Size(max = 60) List<@IntRange(max = 4000) Integer> steps) {
        RateWindow window = kind.window(3, LENGTH);
        Instant now = START;
        for (int step : steps) {
            now = now.plusMillis(step);
            int left = window.remaining(now);
            Permit permit = window.take(now);
            assertThat(permit.granted()).isEqualTo(left > 0);
            if (permit.granted()) {
                assertThat(permit.remaining()).isEqualTo(left - 1).isEqualTo(window.remaining(now));
            } else {
                assertThat(window.remaining(now.plus(permit.retryAfter()).minusNanos(1)))
                        .isZero();
                assertThat(window.remaining(now.plusSeconds(permit.retryAfterSeconds())))
                        .isPositive();
            }
        }
    }

    @Property
    void neverHoldsMoreThanItsKindAllows(
            @ForAll WindowKind kind, @ForAll @Size(max = 100) List<@IntRange(max = 3000) Integer> steps) {
        RateWindow window = kind.window(3, LENGTH);
        // only a sliding window promises it for every stretch of time; the others up to twice as much
        int most = kind == WindowKind.SLIDING ? 3 : 6;
        Deque<Instant> granted = new ArrayDeque<>();
        Instant now = START;
        for (int step : steps) {
            now = now.plusMillis(step);
            if (window.take(now).granted()) {
                granted.addLast(now);
            }
            while (!granted.isEmpty() && !granted.peekFirst().isAfter(now.minus(LENGTH))) {
                granted.removeFirst();
            }
            assertThat(granted).hasSizeLessThanOrEqualTo(most);
        }
    }

    @Test
    void returnsWaitsInWholeSecondsRoundedUp() {
        assertThat(Permit.refused(1, Duration.ofNanos(1)).retryAfterSeconds()).isEqualTo(1);
        assertThat(Permit.refused(1, Duration.ofSeconds(2)).retryAfterSeconds()).isEqualTo(2);
        assertThat(Permit.refused(1, Duration.ofMillis(2001)).retryAfterSeconds())
                .isEqualTo(3);
    }

    @Test
    void countsExactlyForManyThreads() throws Exception {
        RateLimits limits = new RateLimits(
                new RateLimits.Settings(1_000_000, 0, WindowKind.FIRST_HIT, RateLimits.Lengths.AS_NAMED),
                SimulatedTime.manual(START));
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            Callable<Long> caller = () -> IntStream.range(0, 250_000)
                    .filter(n -> limits.call().granted())
                    .count();
            long granted = 0;
            for (Future<Long> count : pool.invokeAll(Collections.nCopies(8, caller))) {
                granted += count.get();
            }
            assertThat(granted).isEqualTo(1_000_000);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void refusesNegativeLimits() {
        assertThatThrownBy(() -> new RateLimits.Settings(-1, 0, WindowKind.CLOCK, RateLimits.Lengths.AS_NAMED))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RateLimits.Settings(0, -1, WindowKind.CLOCK, RateLimits.Lengths.AS_NAMED))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static long millisUp(Duration wait) {
        return (wait.toNanos() + 999_999) / 1_000_000;
    }
}
