/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.poll.inbox;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.cliqtel.camel.poll.inbox.InboxPosition.Delivered;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What a position remembers, and what it forgets. */
class InboxPositionTest {

    private static final Instant NOON = Instant.parse("2026-04-03T12:00:00Z");
    private static final Duration REACH = Duration.ofHours(24);
    private static final Instant OLDEST = NOON.minus(REACH);
    private static final InboxTopic INBOUND = new InboxTopic.Inbound(null);
    private static final InboxTopic STATUSES = new InboxTopic.Statuses(null, Duration.ofDays(3), Set.of());

    private static InboxPosition at(Instant cursor) {
        return new InboxPosition(NOON.minus(Duration.ofDays(9)), cursor, null, Map.of());
    }

    @Test
    void itNeverGoesBack() {
        InboxPosition position = at(NOON);
        assertThat(position.moveTo(NOON.minusNanos(1))).isFalse();
        assertThat(position.moveTo(NOON)).isFalse();
        assertThat(position.cursor()).contains(NOON);
        assertThat(position.moveTo(NOON.plusNanos(1))).isTrue();
        assertThat(position.cursor()).contains(NOON.plusNanos(1));
        assertThat(InboxPosition.startingAt(null).moveTo(NOON)).isTrue();
    }

    @Test
    void whatWasMadeBeforeItsStartIsNotRead() {
        InboxPosition position = InboxPosition.startingAt(NOON);
        assertThat(position.covers(NOON)).isTrue();
        assertThat(position.covers(NOON.minusNanos(1))).isFalse();
        assertThat(InboxPosition.startingAt(null).covers(Instant.MIN)).isTrue();
    }

    @Test
    void eachStatusIsDeliveredOnce() {
        InboxPosition position = at(NOON);
        position.deliver(7, NOON, "sent");
        assertThat(position.hasDelivered(7, "sent")).isTrue();
        assertThat(position.hasDelivered(7, "delivered")).isFalse();
        assertThat(position.hasDelivered(8, "sent")).isFalse();
        assertThat(position.knows(7)).isTrue();
        assertThat(position.knows(8)).isFalse();
        position.forget(7);
        assertThat(position.knows(7)).isFalse();
    }

    @Test
    void whatNoListCanShowAgainIsForgotten() {
        InboxPosition position = at(NOON);
        position.deliver(1, OLDEST.minusSeconds(1), "");
        position.deliver(2, OLDEST, "");
        assertThat(position.forget(INBOUND, REACH, NOON)).as("given up").isZero();
        assertThat(position.delivered()).containsOnlyKeys(2L);
    }

    @Test
    void beforeAnythingWasReadNothingIsForgotten() {
        InboxPosition position = InboxPosition.startingAt(null);
        position.deliver(1, Instant.EPOCH, "");
        assertThat(position.forget(INBOUND, REACH, NOON)).isZero();
        assertThat(position.delivered()).containsOnlyKeys(1L);
    }

    @Test
    void whatHasNotComeToItsEndIsFollowedUntilItIsGivenUp() {
        Instant now = NOON.plus(Duration.ofDays(1));
        Instant time = now.minus(Duration.ofDays(3));
        InboxPosition position = at(NOON);
        position.deliver(1, time.minusSeconds(1), "sent");
        position.deliver(2, time, "sent");
        position.deliver(3, time, "delivered");
        assertThat(position.forget(STATUSES, REACH, now)).as("given up").isEqualTo(1);
        assertThat(position.delivered()).containsOnlyKeys(2L);
    }

    @Test
    void ofMoreThanCanBeFollowedTheOldestAreGivenUp() {
        Map<Long, Delivered> delivered = new HashMap<>();
        for (long id = 1; id <= InboxPosition.MAX_FOLLOWED + 2; id++) {
            delivered.put(id, new Delivered(OLDEST.getEpochSecond() - 200_000 + id, "sent"));
        }
        InboxPosition position = new InboxPosition(null, NOON, null, delivered);
        assertThat(position.forget(new InboxTopic.Statuses(null, Duration.ofDays(30), Set.of()), REACH, NOON))
                .as("given up")
                .isEqualTo(2);
        assertThat(position.delivered()).hasSize(InboxPosition.MAX_FOLLOWED).doesNotContainKeys(1L, 2L);
    }

    @Test
    void aStragglerIsLookedForAgainAfterATenthOfItsAge() {
        OldMessageSchedule stragglers = new OldMessageSchedule();
        Map<Long, Delivered> followed = Map.of(
                1L, new Delivered(NOON.minusSeconds(1_000).getEpochSecond(), "sent"),
                2L, new Delivered(NOON.minusSeconds(2_000).getEpochSecond(), "sent"));
        assertThat(stragglers.due(followed, NOON)).as("the oldest first").containsExactly(2L, 1L);
        stragglers.look(1, NOON);
        stragglers.look(2, NOON);
        assertThat(stragglers.due(followed, NOON.plusSeconds(111))).isEmpty();
        assertThat(stragglers.due(followed, NOON.plusSeconds(112))).containsExactly(1L);
        assertThat(stragglers.due(followed, NOON.plusSeconds(223))).containsExactly(2L, 1L);
    }

    @Test
    void aStragglerThatIsNoLongerFollowedIsForgotten() {
        OldMessageSchedule stragglers = new OldMessageSchedule();
        Map<Long, Delivered> followed =
                Map.of(1L, new Delivered(NOON.minusSeconds(1_000).getEpochSecond(), "sent"));
        stragglers.look(1, NOON);
        assertThat(stragglers.due(Map.of(), NOON)).isEqualTo(List.of());
        assertThat(stragglers.due(followed, NOON)).containsExactly(1L);
    }
}
