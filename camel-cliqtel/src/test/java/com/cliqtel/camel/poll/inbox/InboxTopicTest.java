/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.poll.inbox;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Set;

import com.cliqtel.camel.model.Direction;
import com.cliqtel.camel.model.Sms;
import com.cliqtel.camel.wire.SmsQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** What is polled, from when on, and what a reader is told once of. */
class InboxTopicTest {

    private static final Duration PATIENCE = Duration.ofDays(3);
    private static final InboxTopic INBOUND = new InboxTopic.Inbound(11L);
    private static final InboxTopic STATUSES = new InboxTopic.Statuses(null, PATIENCE, Set.of());
    private static final InboxTopic WANTED = new InboxTopic.Statuses(11L, PATIENCE, Set.of("failed", "delivered"));

    private static Sms sms(Map<String, Object> json) {
        return Sms.of(json);
    }

    @Test
    void inboundMessagesAreNewsOnce() {
        assertThat(INBOUND.purpose()).isEqualTo("inbound");
        assertThat(INBOUND.direction()).isEqualTo(Direction.INBOUND);
        assertThat(INBOUND.stateOf(sms(Map.of("id", 1, "status", "received")))).isEmpty();
        assertThat(INBOUND.followedFor("")).isEmpty();
        assertThat(INBOUND.deliversFirst("")).isTrue();
        assertThat(INBOUND.delivers("")).isTrue();
        assertThat(INBOUND.filter()).isEqualTo("11");
    }

    @Test
    void outboundMessagesAreNewsInEachStateUntilTheirEnd() {
        assertThat(STATUSES.purpose()).isEqualTo("status");
        assertThat(STATUSES.direction()).isEqualTo(Direction.OUTBOUND);
        assertThat(STATUSES.stateOf(sms(Map.of("id", 1, "status", "sent")))).isEqualTo("sent");
        assertThat(STATUSES.stateOf(sms(Map.of("id", 1)))).isEmpty();
        assertThat(STATUSES.followedFor("sent")).contains(PATIENCE);
        assertThat(STATUSES.followedFor("delivered")).isEmpty();
        assertThat(STATUSES.delivers("sent")).isTrue();
        assertThat(STATUSES.filter()).isEqualTo("all");
    }

    @ParameterizedTest
    @CsvSource({"queued, false", "'', false", "sent, true", "delivered, true"})
    void aMessageThatIsSeenForTheFirstTimeIsNewsUnlessItWasJustTaken(String state, boolean news) {
        assertThat(STATUSES.deliversFirst(state)).isEqualTo(news);
    }

    @Test
    void deliversOnlyWantedStatusesAndNamesTheReaderAfterThem() {
        assertThat(WANTED.delivers("failed")).isTrue();
        assertThat(WANTED.delivers("sent")).isFalse();
        assertThat(WANTED.filter()).isEqualTo("11:delivered,failed");
        assertThat(new InboxLedger(null, "account").name(WANTED)).isEqualTo("status:account:11:delivered,failed");
    }

    @Test
    void listsFromWholeSecondsOrFromTheBeginning() {
        assertThat(INBOUND.query(Instant.parse("2026-04-03T12:00:00.999Z")))
                .isEqualTo(new SmsQuery(
                        Direction.INBOUND, null, 11L, null, null, OffsetDateTime.parse("2026-04-03T12:00:00Z")));
        assertThat(STATUSES.query(null)).isEqualTo(new SmsQuery(Direction.OUTBOUND, null, null, null, null, null));
    }

    @Test
    void readingStartsNowAtTheBeginningOrAtATime() {
        assertThat(StartPoint.of("Now")).isEqualTo(new StartPoint.Now());
        assertThat(StartPoint.of("BEGINNING")).isEqualTo(new StartPoint.Beginning());
        assertThat(StartPoint.of("2026-04-03T14:00:00+02:00"))
                .isEqualTo(new StartPoint.Time(Instant.parse("2026-04-03T12:00:00Z")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "2026-04-03", "2026-04-03T12:00:00"})
    void readingStartsNowhereElse(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StartPoint.of(text))
                .withMessageStartingWith("startFrom is '" + text + "': now, beginning, or a time with an offset");
    }

    @Test
    void settingsThatMakeNoSenseAreRefused() {
        StartPoint now = new StartPoint.Now();
        assertThat(new InboxSettings(now, Duration.ZERO, 1, Duration.ZERO).maxDeliveryAttempts())
                .isEqualTo(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new InboxSettings(now, Duration.ofMillis(-1), 1, Duration.ZERO))
                .withMessage("overlap is -1 ms: 0 or more was expected");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new InboxSettings(now, Duration.ZERO, 0, Duration.ZERO))
                .withMessage("maxDeliveryAttempts is 0: 1 or more was expected");
    }

    @Test
    void newsIsInTheOrderItWasMadeAndThenOfItsIds() {
        Instant noon = Instant.parse("2026-04-03T12:00:00Z");
        NewMessage first = new NewMessage(sms(Map.of("id", 9)), "", noon.minusSeconds(1), noon);
        NewMessage second = new NewMessage(sms(Map.of("id", 3)), "sent", noon, noon);
        NewMessage third = new NewMessage(sms(Map.of("id", 5)), "", noon, noon);
        assertThat(java.util.stream.Stream.of(third, second, first).sorted(NewMessage.OLDEST_FIRST))
                .containsExactly(first, second, third);
        assertThat(second).hasToString("NewMessage[id=3, state=sent]");
        assertThat(third).hasToString("NewMessage[id=5]");
    }
}
