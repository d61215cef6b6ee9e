/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.client;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What Date headers tell of the server's clock. */
class ServerClockTest {

    private static final Instant NOON = Instant.parse("2026-04-03T12:00:00Z");

    private final ServerClock clock = new ServerClock();

    @Test
    void nothingIsKnownBeforeTheFirstAnswer() {
        assertThat(clock.earliest(NOON)).isEmpty();
    }

    @Test
    void anAnswerBoundsIt() {
        clock.observe(NOON.plusSeconds(3600), NOON, NOON.plusMillis(200));
        assertThat(clock.earliest(NOON)).contains(NOON.plusSeconds(3600).minusMillis(200));
    }

    @Test
    void aSlowAnswerDoesNotLoosenWhatAQuickOneHasBound() {
        clock.observe(NOON, NOON, NOON.plusMillis(50));
        clock.observe(NOON.plusSeconds(5), NOON.plusSeconds(5), NOON.plusSeconds(35));
        assertThat(clock.earliest(NOON)).contains(NOON.minusMillis(50));
    }

    @Test
    void aClockThatWasSetIsFollowed() {
        clock.observe(NOON, NOON, NOON.plusMillis(50));
        clock.observe(NOON.minusSeconds(7200), NOON.plusSeconds(1), NOON.plusMillis(1050));
        assertThat(clock.earliest(NOON)).contains(NOON.minusSeconds(7201).minusMillis(50));
    }

    @Test
    void oneAnswerThatLiesMakesNothingLater() {
        clock.observe(NOON, NOON, NOON.plusMillis(50));
        clock.observe(NOON.plusSeconds(86_400), NOON, NOON.plusMillis(50));
        assertThat(clock.earliest(NOON)).contains(NOON.minusMillis(50));
        clock.observe(NOON, NOON, NOON.plusMillis(50));
        assertThat(clock.earliest(NOON)).contains(NOON.minusMillis(50));
    }

    @Test
    void machinesThatDifferAreTakenForTheEarlier() {
        for (int i = 0; i < 3; i++) {
            clock.observe(NOON.plusSeconds(60), NOON, NOON.plusMillis(50));
            clock.observe(NOON, NOON, NOON.plusMillis(50));
            assertThat(clock.earliest(NOON)).contains(NOON.minusMillis(50));
        }
    }

    @Test
    void aClockThatWasSetForwardIsFollowedOnceAnotherAnswerSaysSo() {
        clock.observe(NOON, NOON, NOON.plusMillis(50));
        clock.observe(NOON.plusSeconds(7200), NOON, NOON.plusMillis(50));
        clock.observe(NOON.plusSeconds(7200), NOON, NOON.plusMillis(50));
        assertThat(clock.earliest(NOON)).contains(NOON.plusSeconds(7200).minusMillis(50));
    }

    @Test
    void createdAtCountsBeforeDate() {
        clock.observe(NOON.plusSeconds(30), NOON, NOON);
        assertThat(clock.byCreation(NOON)).isEmpty();
        clock.accepted(NOON.minusSeconds(5), NOON, NOON);
        clock.observe(NOON.plusSeconds(30), NOON, NOON);
        assertThat(clock.earliest(NOON)).contains(NOON.minusSeconds(5));
        assertThat(clock.byCreation(NOON)).contains(NOON.minusSeconds(5));
    }

    @Test
    void whileNoCreatedAtIsKnownADateOrTheLocalTimeMayBeWrongByADay() {
        Instant dayBefore = NOON.minus(Duration.ofDays(1));
        assertThat(clock.possible(NOON)).isEqualTo(dayBefore);
        clock.observe(NOON.plusSeconds(30), NOON, NOON);
        assertThat(clock.possible(NOON)).isEqualTo(dayBefore);
        clock.observe(NOON.minusSeconds(60), NOON, NOON);
        assertThat(clock.possible(NOON)).isEqualTo(dayBefore.minusSeconds(60));
    }

    @Test
    void timesKnownFromEarlierAnswersStayPossible() {
        clock.accepted(NOON.minusSeconds(40), NOON, NOON);
        clock.accepted(NOON, NOON, NOON);
        clock.accepted(NOON, NOON, NOON);
        assertThat(clock.earliest(NOON)).contains(NOON);
        assertThat(clock.possible(NOON)).isEqualTo(NOON.minusSeconds(70));
        clock.observe(NOON.minusSeconds(50), NOON, NOON);
        assertThat(clock.possible(NOON)).isEqualTo(NOON.minusSeconds(80));
        clock.observe(NOON.minus(Duration.ofDays(300)), NOON, NOON);
        assertThat(clock.possible(NOON))
                .as("at most a day")
                .isEqualTo(NOON.minus(Duration.ofDays(1)).minusSeconds(30));
    }

    @Test
    void anImpossibleTimeIsIgnored() {
        for (Instant never : List.of(Instant.MAX, Instant.MIN, Instant.parse("9999-12-31T23:59:59Z"))) {
            clock.accepted(never, NOON, NOON);
            clock.observe(never, NOON, NOON);
        }
        assertThat(clock.earliest(NOON)).isEmpty();
        clock.accepted(Instant.EPOCH, NOON, NOON);
        assertThat(clock.earliest(NOON)).as("a clock that was never set").contains(Instant.EPOCH);
    }

    @Test
    void theLocalTimeIsThatOfItsStartAndPassesByItself() {
        AtomicInteger asked = new AtomicInteger();
        ServerClock local = new ServerClock(() -> {
            asked.incrementAndGet();
            return NOON;
        });
        Instant first = local.now();
        assertThat(first).isAfterOrEqualTo(NOON);
        assertThat(local.now()).isAfterOrEqualTo(first);
        assertThat(asked).as("how often the wall clock was read").hasValue(1);
    }

    @Property
    void theEarliestIsNeverLaterThanItReallyWas(
            @ForAll @IntRange(min = -100_000, max = 100_000) int aheadMillis,
            @ForAll @IntRange(max = 30_000) int toServer,
            @ForAll @IntRange(max = 30_000) int back,
            @ForAll @IntRange(max = 30_000) int toServerAgain,
            @ForAll @IntRange(max = 30_000) int backAgain) {
        ServerClock known = new ServerClock();
        Instant written = NOON.plusMillis(toServer);
        Instant second = NOON.plusSeconds(100);
        Instant writtenAgain = second.plusMillis(toServerAgain);
        known.observe(date(written, aheadMillis), NOON, written.plusMillis(back));
        known.observe(date(writtenAgain, aheadMillis), second, writtenAgain.plusMillis(backAgain));
        assertThat(known.earliest(NOON).orElseThrow()).isBeforeOrEqualTo(NOON.plusMillis(aheadMillis));
    }

    private static Instant date(Instant local, int aheadMillis) {
        return local.plus(Duration.ofMillis(aheadMillis)).truncatedTo(ChronoUnit.SECONDS);
    }
}
