/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.poll.inbox;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

import com.cliqtel.camel.model.Sms;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** How far a reader has come, as a table of what it saw and since when it lists next. */
class DeliveryProgressTest {

    private static final Instant NOON = Instant.parse("2026-04-03T12:00:00Z");
    private static final Duration OVERLAP = Duration.ofMinutes(2);
    private static final Duration BEHIND = OVERLAP.plusSeconds(2);

    private final DeliveryProgress progress = new DeliveryProgress(
            new InboxTopic.Inbound(null), OVERLAP, InboxPosition.startingAt(NOON.minus(Duration.ofDays(9))), true);

    private static Sms sms(long id, Instant created) {
        return Sms.of(Map.of("id", id, "created_at", created.toString()));
    }

    private NewMessage see(long id, Instant created) {
        NewMessage news = progress.look(sms(id, created), NOON).orElseThrow();
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
        progress.delivered(see(1, NOON));
        progress.readWhole(List.of(), Optional.of(NOON));
    }

    @Test
    void listsFromTheNewestMinusOverlapAndOneSecond() {
        assertThat(progress.since(false)).isEqualTo(NOON.minus(BEHIND));
        assertThat(progress.since(true)).isEqualTo(NOON.minus(BEHIND).minus(Duration.ofHours(24)));
    }

    @Test
    void undeliveredMessageHoldsThePosition() {
        NewMessage failing = see(2, NOON.plusSeconds(10));
        NewMessage later = progress.look(sms(3, NOON.plusSeconds(900)), NOON).orElseThrow();
        progress.readWhole(List.of(failing, later), Optional.of(later.created()));
        progress.delivered(later);
        assertThat(saved()).isEqualTo(failing.created());
        assertThat(progress.since(false)).isEqualTo(failing.created().minus(BEHIND));
        progress.delivered(failing);
        progress.readWhole(List.of(), Optional.of(later.created()));
        assertThat(saved()).isEqualTo(later.created());
    }

    @Test
    void undeliveredLateMessageIsListedAgain() {
        NewMessage late = see(2, NOON.minus(Duration.ofHours(5)));
        assertThat(progress.since(false)).isEqualTo(late.created().minus(BEHIND));
    }

    @Test
    void incompleteListDoesNotMoveThePosition() {
        NewMessage shown = progress.look(sms(2, NOON.plusSeconds(900)), NOON).orElseThrow();
        progress.readPart(List.of(shown));
        progress.delivered(shown);
        assertThat(saved()).isEqualTo(NOON);
    }

    @Test
    void deletedMessageDoesNotHoldThePosition() {
        see(2, NOON.plusSeconds(10));
        progress.readWhole(List.of(), Optional.of(NOON.plusSeconds(900)));
        assertThat(progress.since(false)).isEqualTo(NOON.plusSeconds(900).minus(BEHIND));
    }

    @Test
    void messageInDeliveryIsNotNew() {
        NewMessage news = see(2, NOON);
        progress.delivering(news);
        assertThat(progress.look(news.sms(), NOON)).isEmpty();
        progress.returned(news);
        assertThat(progress.look(news.sms(), NOON)).isPresent();
    }

    @Test
    void listsAWholeDayEveryHour() {
        assertThat(progress.isDeepScanDue(NOON)).as("never yet").isTrue();
        progress.deepScanned(NOON);
        assertThat(progress.isDeepScanDue(NOON.plusSeconds(3_599))).isFalse();
        assertThat(progress.isDeepScanDue(NOON.plusSeconds(3_600))).isTrue();
        assertThat(saves()).as("it is written when that was").isTrue();
    }

    @Test
    void listsNothingBeforeTheStart() {
        DeliveryProgress fresh =
                new DeliveryProgress(new InboxTopic.Inbound(null), OVERLAP, InboxPosition.startingAt(NOON), true);
        assertThat(fresh.since(true)).isEqualTo(NOON.minusSeconds(2));
        assertThat(fresh.look(sms(2, NOON.minusSeconds(1)), NOON)).isEmpty();
        assertThat(fresh.look(sms(3, NOON), NOON)).isPresent();
    }

    @Test
    void listsEverythingUntilTheFirstReadFromTheBeginning() {
        DeliveryProgress fresh =
                new DeliveryProgress(new InboxTopic.Inbound(null), OVERLAP, InboxPosition.startingAt(null), true);
        assertThat(fresh.since(true)).isNull();
        assertThat(fresh).hasToString("cursor=-, delivered=0, undelivered=0");
        fresh.readWhole(List.of(), Optional.of(NOON));
        assertThat(fresh.since(false)).isEqualTo(NOON.minus(BEHIND));
    }

    @Test
    void messageWithoutCreatedAtGetsTheTimeOfItsFirstList() {
        NewMessage news =
                progress.look(Sms.of(Map.of("id", 2)), NOON.plusSeconds(5)).orElseThrow();
        assertThat(news.created()).isEqualTo(NOON.plusSeconds(5));
        assertThat(news.seenAt()).isEqualTo(NOON.plusSeconds(5));
    }

    @Test
    void deliveredMessageIsNotNewAndIsStored() {
        NewMessage news = see(2, NOON);
        assertThat(saves()).isTrue();
        assertThat(saves()).as("again without a change").isFalse();
        progress.delivered(news);
        assertThat(progress.look(news.sms(), NOON)).isEmpty();
        assertThat(saves()).isTrue();
        assertThat(progress).hasToString("cursor=2026-04-03T12:00:00Z, delivered=2, undelivered=0");
    }

    @Test
    void messageInDeliveryHoldsThePosition() {
        NewMessage news = see(2, NOON.plusSeconds(10));
        progress.delivering(news);
        progress.readWhole(List.of(), Optional.of(NOON.plusSeconds(900)));
        assertThat(saved()).isEqualTo(NOON.plusSeconds(10));
    }

    @Test
    void deletedMessageIsForgottenAndThatIsStored() {
        saves();
        progress.gone(1);
        assertThat(saves()).isTrue();
        assertThat(progress.look(sms(1, NOON), NOON)).as("should it come back").isPresent();
    }

    private boolean saves() {
        AtomicReference<InboxPosition> written = new AtomicReference<>();
        progress.save(NOON, written::set);
        return written.get() != null;
    }

    @Test
    void deliversWantedStatusesAndRemembersOthers() {
        DeliveryProgress statuses = statuses("delivered");
        assertThat(statuses.look(status(2, "sent"), NOON)).isEmpty();
        assertThat(statuses.look(status(2, "delivered"), NOON)).isPresent();
    }

    @Test
    void queuedMessageIsRememberedAndNotDelivered() {
        DeliveryProgress statuses = statuses();
        assertThat(statuses.look(status(2, "queued"), NOON)).isEmpty();
        assertThat(statuses.look(status(2, "sent"), NOON)).isPresent();
        statuses.delivered(new NewMessage(status(3, "sent"), "sent", NOON, NOON));
        assertThat(statuses.look(status(3, "queued"), NOON))
                .as("back in the queue")
                .isPresent();
    }

    @Test
    void followsOlderMessagesWithoutAFinalStatus() {
        DeliveryProgress statuses = statuses();
        Instant before = NOON.minusSeconds(60);
        for (long id = 2; id <= 5; id++) {
            statuses.delivered(
                    new NewMessage(status(id, "sent"), "sent", id == 3 ? before : before.minusSeconds(1), NOON));
        }
        statuses.delivered(new NewMessage(status(4, "delivered"), "delivered", before.minusSeconds(1), NOON));
        statuses.delivering(new NewMessage(status(5, "sent"), "sent", before.minusSeconds(1), NOON));
        assertThat(statuses.followed(before, NOON)).containsOnlyKeys(2L);
        assertThat(statuses.followed(before, NOON.plus(Duration.ofDays(3)))).isEmpty();
    }

    @Test
    void storingReportsTheNumberOfAbandonedMessages() {
        DeliveryProgress statuses = statuses();
        statuses.delivered(new NewMessage(status(2, "sent"), "sent", NOON.minus(Duration.ofDays(4)), NOON));
        statuses.readWhole(List.of(), Optional.of(NOON));
        assertThat(statuses.save(NOON, position -> {})).isEqualTo(1);
        assertThat(statuses.save(NOON, position -> {})).isZero();
    }

    @Test
    void deepScanKeepsTheTimeOfTheNewestMessage() {
        ListScan scan = new ListScan(progress, NOON);
        assertThat(scan.newest()).isEmpty();
        assertThat(scan.test(Sms.of(Map.of("id", 2)))).isTrue();
        assertThat(scan.newest()).isEmpty();
        assertThat(scan.test(sms(3, NOON.plusSeconds(5)))).isTrue();
        assertThat(scan.test(sms(1, NOON))).as("told already").isFalse();
        assertThat(scan.newest()).contains(NOON.plusSeconds(5));
    }

    private static DeliveryProgress statuses(String... statuses) {
        InboxTopic topic = new InboxTopic.Statuses(null, Duration.ofDays(3), Set.of(statuses));
        return new DeliveryProgress(topic, OVERLAP, InboxPosition.startingAt(NOON.minus(Duration.ofDays(9))), true);
    }

    private static Sms status(long id, String status) {
        return Sms.of(Map.of("id", id, "status", status, "created_at", NOON.toString()));
    }
}
