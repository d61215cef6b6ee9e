/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.webhook.verify;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class SignedTimeTest {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Instant HERE = TestReceivers.NOW;
    private static final MachineClock HERE_AND_STILL = new MachineClock(InstantSource.fixed(HERE), () -> 0);

    private static SignedTime unknown(Duration maxAge) {
        return new SignedTime(maxAge, HERE_AND_STILL, local -> Optional.empty());
    }

    private static SignedTime ahead(Duration ahead) {
        return new SignedTime(HOUR, HERE_AND_STILL, local -> Optional.of(local.plus(ahead)));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    @Test
    void acceptsReportsOfAWeekByDefault() {
        SignedTime time = unknown(SignedTime.DEFAULT_MAX_AGE);
        Instant weekAgo = HERE.minus(Duration.ofDays(7));
        assertThat(time.refusal(at(weekAgo))).isEmpty();
        assertThat(time.refusal(at(weekAgo.minusNanos(1)))).contains(HttpAnswer.TOO_OLD_HERE);
    }

    @Test
    void acceptsFiveMinutesOfTheFuture() {
        Instant inFiveMinutes = HERE.plus(Duration.ofMinutes(5));
        assertThat(unknown(HOUR).refusal(at(inFiveMinutes))).isEmpty();
        assertThat(unknown(HOUR).refusal(at(inFiveMinutes.plusNanos(1)))).contains(HttpAnswer.FROM_THE_FUTURE);
    }

    // the clock of the API ahead of this machine's, and the signed time, both in minutes
    @ParameterizedTest
    @CsvSource({
        "0, 0, ",
        "0, -60, ",
        "0, -61, TOO_OLD",
        "0, 6, FROM_THE_FUTURE",
        // this machine's clock is slow
        "6, 6, ",
        "6, 12, FROM_THE_FUTURE",
        "6, -54, ",
        "6, -55, TOO_OLD",
        "600, 0, TOO_OLD",
        // this machine's clock is fast
        "-600, -600, ",
        "-600, -660, ",
        "-600, -661, TOO_OLD",
        "-600, 0, ",
        "-600, 6, FROM_THE_FUTURE"
    })
    void goesByTheClockOfTheApiWhereItIsKnown(int ahead, int signed, HttpAnswer refusal) {
        OffsetDateTime time = at(HERE.plus(Duration.ofMinutes(signed)));
        assertThat(ahead(Duration.ofMinutes(ahead)).refusal(time)).isEqualTo(Optional.ofNullable(refusal));
    }

    // seconds that passed by the machine's clock, and that passed in fact
    @ParameterizedTest
    @CsvSource({
        "0, 0, TOO_OLD",
        "86400, 86400, TOO_OLD",
        "300, 0, TOO_OLD",
        "301, 0, TOO_OLD_HERE",
        "864000, 10, TOO_OLD_HERE",
        "-301, 0, TOO_OLD_HERE",
        "0, 301, TOO_OLD_HERE"
    })
    void dropsNoReportForItsAgeAfterTheMachinesClockWasSet(long byClock, long passed, HttpAnswer refusal) {
        AtomicReference<Instant> wall = new AtomicReference<>(HERE);
        AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
        SignedTime time = new SignedTime(HOUR, new MachineClock(wall::get, nanos::get), Optional::of);
        wall.set(HERE.plusSeconds(byClock));
        nanos.addAndGet(Duration.ofSeconds(passed).toNanos());
        assertThat(time.refusal(at(wall.get().minus(HOUR).minusSeconds(1)))).contains(refusal);
        assertThat(time.refusal(at(wall.get()))).isEmpty();
    }

    @Test
    void judgesTimesAtTheEndsOfTheCalendar() {
        SignedTime longest = unknown(Duration.ofSeconds(Long.MAX_VALUE));
        assertThat(longest.refusal(OffsetDateTime.MIN)).isEmpty();
        assertThat(longest.refusal(OffsetDateTime.MAX)).contains(HttpAnswer.FROM_THE_FUTURE);
        assertThat(ahead(Duration.ZERO).refusal(OffsetDateTime.MIN)).contains(HttpAnswer.TOO_OLD);
    }

    @Test
    void acceptsAWebhookWithoutATime() {
        assertThat(unknown(HOUR).refusal(null)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1S"})
    void needsAnAge(Duration maxAge) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> unknown(maxAge))
                .withMessageContaining("maxAge")
                .withMessageContaining("greater than zero");
    }

    @Test
    void aPolicyWritesNoSecret() {
        WebhookPolicy policy = new WebhookPolicy(
                new SignatureVerifier(List.of(TestRequest.SECRET)),
                SignedContent.AUTO,
                unknown(HOUR),
                Set.of(),
                Set.of());
        assertThat(policy.toString()).doesNotContain(TestRequest.SECRET);
    }
}
