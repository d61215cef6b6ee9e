/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.limit;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

import com.cliqtel.camel.limit.RequestSchedule.Step;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

/** No window of the server's, wherever it begins and whenever requests arrive, holds more than the limit. */
class RequestScheduleTest {

    /** {@code -Dcliqtel.limit.schedules=1000000} on Maven's command line runs a million, in two minutes. */
    private static final long SCHEDULES = Long.getLong("cliqtel.limit.schedules", 20_000);

    private static final long SEED = Long.getLong("cliqtel.limit.seed", 1);

    @Test
    @Timeout(value = 30, unit = TimeUnit.MINUTES)
    void noWindowHoldsTooManyWhateverHappens() {
        long requests = LongStream.range(0, SCHEDULES)
                .parallel()
                .map(number -> {
                    RequestSchedule schedule = RequestSchedule.random(new Random(SEED * 1_000_003 + number));
                    assertThat(schedule.wrong())
                            .as("schedule %d of seed %d: %s", number, SEED, schedule)
                            .isNull();
                    return schedule.steps().size();
                })
                .sum();
        System.out.printf("RATE schedules: %d, requests asked for: %d, windows too full: 0%n", SCHEDULES, requests);
    }

    @Property(tries = 500, shrinking = ShrinkingMode.BOUNDED)
    void noWindowHoldsTooMany(@ForAll("schedules") RequestSchedule schedule) {
        assertThat(schedule.wrong()).isNull();
    }

    @Provide
    Arbitrary<RequestSchedule> schedules() {
        Arbitrary<LimiterSettings> rates = Combinators.combine(
                        Arbitraries.integers().between(1, 5),
                        Arbitraries.integers().between(1, 3))
                .as((requests, messages) -> new LimiterSettings(requests, messages, 1));
        return Combinators.combine(rates, steps().list().ofMinSize(2).ofMaxSize(40))
                .as(RequestSchedule::new);
    }

    private static Arbitrary<Step> steps() {
        Arbitrary<PermitRequest> demands = Combinators.combine(
                        Arbitraries.of(Purpose.class),
                        Arbitraries.of(true, false),
                        Arbitraries.of(Duration.ZERO, Duration.ofMinutes(2), Duration.ofHours(9)))
                .as((purpose, message, maxWait) -> new PermitRequest("account", purpose, message, maxWait));
        return Combinators.combine(
                        Arbitraries.longs().between(0, 70_000),
                        Arbitraries.longs().between(0, 100_000),
                        Arbitraries.integers().between(0, 100),
                        demands,
                        Arbitraries.longs().between(-1, 90_000))
                .as((pause, latency, counted, demand, impatience) ->
                        new Step(pause, latency, counted, demand, impatience, QuotaObservation.nothing()));
    }

    @Test
    void theMeasureOfThisTestSeesAWindowThatIsTooFull() {
        assertThat(RequestSchedule.tooMany(List.of(0L, 1L, 60_249_999_999L), 2, Window.MINUTE))
                .isEqualTo("3 were counted within PT1M0.249999999S, the last at PT1M0.249999999S");
        assertThat(RequestSchedule.tooMany(List.of(0L, 1L, 60_250_000_000L), 2, Window.MINUTE))
                .isNull();
    }
}
