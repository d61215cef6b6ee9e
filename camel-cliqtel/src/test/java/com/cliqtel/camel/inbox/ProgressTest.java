/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.inbox;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

import com.cliqtel.camel.model.Sms;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** How far a reader has come, as a table of what it saw and since when it lists next. */
class ProgressTest {

    private static final Instant NOON = Instant.parse("2026-04-03T12:00:00Z");
    private static final Duration OVERLAP = Duration.ofMinutes(2);
    private static final Duration BEHIND = OVERLAP.plusSeconds(2);

    private final Progress progress =
            new Progress(new Topic.Inbound(null), OVERLAP, Position.startingAt(NOON.minus(Duration.ofDays(9))), true);

    private static Sms sms(long id, Instant created) {
        return Sms.of(Map.of("id", id, "created_at", created.toString()));
    }

    private News see(long id, Instant created) {
        News news = progress.look(sms(id, created), NOON).orElseThrow();
        progress.readWhole(List.of(news), Optional.of(created));
        return news;
    }

    private Instant saved() {
        AtomicReference<Instant> cursor = new AtomicReference<>();
        progress.save(NOON, position -> cursor.set(position.cursor().orElseThrow()));
        return cursor.get();
    }

    @BeforeEach
    void hasToldOneOfNoon() {
        progress.told(see(1, NOON));
        progress.readWhole(List.of(), Optional.of(NOON));
    }

    @Test
    void looksTheOverlapAndTheResolutionOfSecondsBehindTheNewest() {
        assertThat(progress.since(false)).isEqualTo(NOON.minus(BEHIND));
        assertThat(progress.since(true)).isEqualTo(NOON.minus(BEHIND).minus(Duration.ofHours(24)));
    }

    @Test
    void whatWasNotToldHoldsThePositionBack() {
        News failing = see(2, NOON.plusSeconds(10));
        progress.failed(failing);
        News later = progress.look(sms(3, NOON.plusSeconds(900)), NOON).orElseThrow();
        progress.readWhole(List.of(failing, later), Optional.of(later.created()));
        progress.told(later);
        assertThat(saved()).isEqualTo(failing.created());
        assertThat(progress.since(false)).isEqualTo(failing.created().minus(BEHIND));
        progress.told(failing);
        progress.readWhole(List.of(), Optional.of(later.created()));
        assertThat(saved()).isEqualTo(later.created());
    }

    @Test
    void whatShowsUpBelowThePositionAndIsNotToldIsListedAgain() {
        News late = see(2, NOON.minus(Duration.ofHours(5)));
        progress.failed(late);
        assertThat(progress.since(false)).isEqualTo(late.created().minus(BEHIND));
    }

    @Test
    void aListOfWhichSomeStaysHiddenDoesNotMoveIt() {
        News shown = progress.look(sms(2, NOON.plusSeconds(900)), NOON).orElseThrow();
        progress.readPart(List.of(shown));
        progress.told(shown);
        assertThat(saved()).isEqualTo(NOON);
    }

    @Test
    void whatIsNotListedAnyMoreHoldsNothingBack() {
        progress.failed(see(2, NOON.plusSeconds(10)));
        progress.readWhole(List.of(), Optional.of(NOON.plusSeconds(900)));
        assertThat(progress.since(false)).isEqualTo(NOON.plusSeconds(900).minus(BEHIND));
    }

    @Test
    void whatIsBeingToldIsNoNews() {
        News news = see(2, NOON);
        progress.telling(news);
        assertThat(progress.look(news.sms(), NOON)).isEmpty();
        progress.givenBack(news);
        assertThat(progress.look(news.sms(), NOON)).isPresent();
    }
}
