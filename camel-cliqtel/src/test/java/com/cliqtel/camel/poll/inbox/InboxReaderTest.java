/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.poll.inbox;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.cliqtel.camel.client.SimulatorConnection;
import com.cliqtel.camel.ledger.LedgerException;
import com.cliqtel.camel.simulator.Simulator;
import com.cliqtel.camel.simulator.fault.Fault;
import com.cliqtel.camel.simulator.fault.FaultRule;
import com.cliqtel.camel.simulator.fault.Symptom;
import com.cliqtel.camel.simulator.time.ManualTime;
import com.cliqtel.camel.simulator.time.SimulatedTime;
import com.cliqtel.camel.text.MessageText;
import com.cliqtel.camel.text.PhoneNumber;
import com.cliqtel.camel.wire.Sender;
import com.cliqtel.camel.wire.Submission;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What a reader asks for, and what it notes of the answers; over HTTP, with no Camel, at a server whose time stands still. */
class InboxReaderTest {

    private static final Instant NOON = Instant.parse("2026-04-03T12:00:00Z");
    private static final Duration OVERLAP = Duration.ofMinutes(2);
    private static final Duration BEHIND = OVERLAP.plusSeconds(2);
    private static final Duration A_WHILE = Duration.ofHours(30);
    private static final Instant LATER = NOON.plus(A_WHILE);
    private static final InboxTopic INBOUND = new InboxTopic.Inbound(null);
    private static final InboxTopic STATUSES = new InboxTopic.Statuses(null, Duration.ofDays(3), Set.of());
    private static final String CUSTOMER = "+31687654321";
    private static final String OURS = "+16625163513";

    private final ManualTime time = SimulatedTime.manual(NOON);
    private final Simulator simulator = Simulator.builder()
            .time(time)
            .deliveryTime(Duration.ofDays(60))
            .requestsPerMinute(0)
            .messagesPerSecond(0)
            .start();
    private final SimulatorConnection open = new SimulatorConnection(simulator);
    private final MessageSource source =
            new MessageSource(open.api(), open.line().clock());
    private final List<String> heard = new ArrayList<>();
    private final InboxReader inbound = new InboxReader(source, INBOUND, new Heard());
    private final InboxReader statuses = new InboxReader(source, STATUSES, new Heard());

    private final class Heard implements InboxIncidents {
        @Override
        public void hidden(int shown, int total) {
            heard.add("hidden " + shown + " of " + total);
        }

        @Override
        public void unreadable(long id) {
            heard.add("unreadable " + id);
        }

        @Override
        public void gaveUp(int messages) {
            heard.add("gave up " + messages);
        }

        @Override
        public void leftOut(long changes, long total) {
            heard.add("left out " + changes + " of " + total);
        }

        @Override
        public void notNoted(LedgerException failure) {
            heard.add("not noted");
        }
    }

    @BeforeEach
    void learnTime() {
        // twice: after a leap, what one answer says is not believed yet
        source.learnTime(INBOUND);
        source.learnTime(INBOUND);
    }

    @AfterEach
    void close() throws IOException {
        open.close();
        simulator.close();
    }

    private static DeliveryProgress at(Instant cursor, Instant deepScanned) {
        return new DeliveryProgress(INBOUND, OVERLAP, new InboxPosition(null, cursor, deepScanned, Map.of()), false);
    }

    /** A reader of statuses who was told of these, when they were sent, that they are queued, and has come to now. */
    private static DeliveryProgress following(List<Long> ids) {
        Map<Long, InboxPosition.Delivered> delivered = new HashMap<>();
        ids.forEach(id -> delivered.put(id, new InboxPosition.Delivered(NOON.getEpochSecond(), "queued")));
        return new DeliveryProgress(STATUSES, OVERLAP, new InboxPosition(null, LATER, LATER, delivered), false);
    }

    private void lists(int total, long id, Instant created) {
        String json = "{\"data\":[{\"id\":" + id + ",\"created_at\":\"" + created + "\"}],\"meta\":{\"total\":" + total
                + ",\"page\":1,\"per_page\":100,\"total_pages\":1}}";
        simulator
                .faults()
                .set(FaultRule.calls(Fault.beforeAcceptance(Symptom.status(200).json(json))));
    }

    private long receive(Duration ago) {
        return simulator.receive(CUSTOMER, OURS, "canary", ago).id();
    }

    private List<Long> send(int count) {
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Submission sms = new Submission(
                    new Sender.Number(new PhoneNumber(OURS)),
                    new PhoneNumber(CUSTOMER),
                    new MessageText("canary"),
                    null);
            ids.add(open.api().send(sms, open.api().newBudget()).join().value().id());
        }
        return ids;
    }

    private void aWhilePasses() {
        time.advance(A_WHILE);
        learnTime();
    }

    private static List<Long> ids(List<NewMessage> news) {
        return news.stream().map(NewMessage::id).toList();
    }

    /** What is asked for from now on, by the ends of the paths: lists, or ids. */
    private List<String> askedFor(Runnable reading) {
        int before = simulator.calls().size();
        reading.run();
        return simulator.calls().stream()
                .skip(before)
                .map(call -> call.path().substring(call.path().lastIndexOf('/') + 1))
                .toList();
    }

    @Test
    void incompleteListDoesNotMoveThePosition() {
        DeliveryProgress progress = at(NOON.minus(Duration.ofHours(6)), null);
        lists(2, 7, NOON.minus(Duration.ofHours(5)));
        assertThat(ids(inbound.read(progress))).containsExactly(7L);
        assertThat(heard).containsExactly("hidden 1 of 2");
        assertThat(progress.cursor()).contains(NOON.minus(Duration.ofHours(6)));
        assertThat(progress.isDeepScanDue(NOON.plusSeconds(60)))
                .as("no whole day was read")
                .isTrue();
    }

    @Test
    void messagesOfAnIncompleteListAreListedUntilDelivered() {
        DeliveryProgress progress = at(NOON, NOON);
        Instant created = NOON.minus(Duration.ofHours(5));
        lists(2, 7, created);
        List<NewMessage> news = inbound.read(progress);
        assertThat(progress.since(false)).isEqualTo(created.minus(BEHIND));
        news.forEach(progress::delivered);
        assertThat(progress.since(false)).isEqualTo(NOON.minus(BEHIND));
    }

    @Test
    void messagesOfACompleteListAreListedUntilDelivered() {
        DeliveryProgress progress = at(NOON, NOON);
        Instant created = NOON.minus(Duration.ofHours(5));
        lists(1, 7, created);
        assertThat(inbound.read(progress)).hasSize(1);
        assertThat(heard).isEmpty();
        assertThat(progress.since(false)).isEqualTo(created.minus(BEHIND));
    }

    @Test
    void listsNoWholeDayWithinAnHour() {
        receive(Duration.ofHours(5));
        DeliveryProgress progress = at(NOON, NOON.minus(Duration.ofMinutes(50)));
        assertThat(inbound.read(progress)).isEmpty();
        assertThat(progress.isDeepScanDue(NOON.plus(Duration.ofMinutes(10))))
                .as("an hour after the last one")
                .isTrue();
    }

    @Test
    void listsAWholeDayAfterAnHourAndStoresThat() {
        long late = receive(Duration.ofHours(5));
        DeliveryProgress progress = at(NOON, NOON.minus(Duration.ofHours(1)));
        List<NewMessage> news = inbound.read(progress);
        assertThat(ids(news)).containsExactly(late);
        assertThat(news.get(0).seenAt()).isEqualTo(NOON);
        assertThat(progress.isDeepScanDue(NOON.plus(Duration.ofMinutes(59)))).isFalse();
    }

    @Test
    void messageFromTheFutureMovesThePositionToNow() {
        DeliveryProgress progress = at(NOON.minus(Duration.ofHours(1)), NOON);
        lists(1, 7, NOON.plus(Duration.ofDays(1)));
        List<NewMessage> news = inbound.read(progress);
        assertThat(progress.cursor().orElseThrow()).isBetween(NOON, NOON.plus(Duration.ofMinutes(10)));
        news.forEach(progress::delivered);
        assertThat(inbound.read(progress)).isEmpty();
        assertThat(progress.cursor().orElseThrow()).isBetween(NOON, NOON.plus(Duration.ofMinutes(10)));
    }

    @Test
    void deliveredMessageMovesThePositionToItsTime() {
        DeliveryProgress progress = at(NOON.minus(Duration.ofHours(1)), NOON);
        receive(Duration.ofMinutes(20));
        receive(Duration.ofMinutes(10));
        List<NewMessage> news = inbound.read(progress);
        assertThat(progress.cursor()).contains(NOON.minus(Duration.ofMinutes(20)));
        news.forEach(progress::delivered);
        assertThat(inbound.read(progress)).isEmpty();
        assertThat(progress.cursor()).contains(NOON.minus(Duration.ofMinutes(10)));
    }

    @Test
    void firstReadFindsAllMessagesNew() {
        long old = receive(Duration.ofDays(9));
        assertThat(ids(inbound.read(at(null, null)))).containsExactly(old);
    }

    @Test
    void getsFollowedMessagesByIdAndFindsChangedOnesNew() {
        List<Long> sent = send(2);
        aWhilePasses();
        simulator.deliver(sent.get(1));
        List<NewMessage> news = statuses.read(following(sent));
        assertThat(ids(news)).containsExactly(sent.get(1));
        assertThat(news.get(0).state()).isEqualTo("delivered");
        assertThat(news.get(0).seenAt()).isEqualTo(LATER);
    }

    @Test
    void getsChangedMessagesFirstUntilDelivered() {
        List<Long> sent = send(2);
        aWhilePasses();
        simulator.deliver(sent.get(1));
        DeliveryProgress progress = following(sent);
        assertThat(askedFor(() -> statuses.read(progress)))
                .containsExactlyInAnyOrder(
                        "messages", sent.get(0).toString(), sent.get(1).toString());
        assertThat(askedFor(() -> statuses.read(progress)))
                .containsExactly("messages", sent.get(1).toString());
        statuses.read(progress).forEach(progress::delivered);
        assertThat(askedFor(() -> statuses.read(progress))).containsExactly("messages");
    }

    @Test
    void deliversChangesOfOldMessagesFirst() {
        List<Long> old = send(1);
        aWhilePasses();
        List<Long> fresh = send(1);
        simulator.deliver(old.get(0));
        simulator.deliver(fresh.get(0));
        assertThat(ids(statuses.read(following(old)))).containsExactly(old.get(0), fresh.get(0));
    }

    @Test
    void stopsFollowingADeletedMessage() {
        List<Long> sent = send(1);
        aWhilePasses();
        simulator.delete(sent.get(0));
        DeliveryProgress progress = following(sent);
        assertThat(statuses.read(progress)).isEmpty();
        assertThat(progress.followed(LATER, LATER)).isEmpty();
    }

    @Test
    void getsTwentyFollowedMessagesOneByOne() {
        List<Long> sent = send(20);
        aWhilePasses();
        assertThat(askedFor(() -> statuses.read(following(sent)))).hasSize(1 + 20);
    }

    @Test
    void getsMoreThanTwentyFollowedMessagesByOneList() {
        List<Long> sent = send(22);
        aWhilePasses();
        simulator.deliver(sent.get(20));
        simulator.deliver(sent.get(21));
        List<NewMessage> news = new ArrayList<>();
        assertThat(askedFor(() -> news.addAll(statuses.read(following(sent.subList(0, 21))))))
                .containsExactly("messages", "messages");
        assertThat(ids(news)).containsExactly(sent.get(20));
        assertThat(news.get(0).seenAt()).isEqualTo(LATER);
    }
}
