/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.send.reconcile;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import com.cliqtel.camel.client.ServerClock;
import com.cliqtel.camel.client.SimulatorConnection;
import com.cliqtel.camel.error.Outcome;
import org.junit.jupiter.api.Test;

import static com.cliqtel.camel.send.reconcile.SendOrders.TIME;
import static com.cliqtel.camel.send.reconcile.SendOrders.order;
import static org.assertj.core.api.Assertions.assertThat;

/** What is known of a send that may have been sent: when it began, since when it is unknown, who remembers it. */
class UnsettledSendTest {

    private static final ServerClock BEHIND = SimulatorConnection.clockAhead(Duration.ofHours(-3));
    private static final Instant AT_SERVER = TIME.minus(Duration.ofHours(3));

    @Test
    void startsAtLocalTimeAndIsRecordedInServerTimeFromCreatedAt() {
        ServerClock clock = new ServerClock(() -> TIME);
        assertThat(FirstAttemptTime.now(clock).toString())
                .startsWith("2026-04-03T10:15:3")
                .endsWith("@here");
        clock.accepted(AT_SERVER, TIME, TIME);
        FirstAttemptTime began = FirstAttemptTime.now(clock);
        assertThat(began.instant()).isAfterOrEqualTo(TIME);
        assertThat(began.toString()).startsWith("2026-04-03T07:15:").endsWith("@server");
        assertThat(FirstAttemptTime.parse(began.toString())).isInstanceOf(FirstAttemptTime.AtServer.class);
    }

    @Test
    void itIsComparedWithTheServersTimeAsThatIsKnownWhenItIsLookedFor() {
        ServerClock clock = SimulatorConnection.clockAhead(Duration.ofSeconds(30));
        FirstAttemptTime began = new FirstAttemptTime.Own(TIME, Optional.empty());
        assertThat(began.since(clock)).isEqualTo(TIME.plusSeconds(30));
        clock.accepted(Instant.EPOCH, Instant.EPOCH, Instant.EPOCH);
        assertThat(began.since(clock)).isEqualTo(TIME);
    }

    @Test
    void aTimeNotedByAClockThatIsAheadIsNotTakenToBeInTheFuture() {
        ServerClock clock = new ServerClock(() -> TIME);
        FirstAttemptTime began = new FirstAttemptTime.Here(TIME.plus(Duration.ofDays(9)));
        assertThat(began.earliest(clock)).isBefore(TIME);
    }

    @Test
    void aStartTimeIsConvertedToTheServersClockOnceKnown() {
        assertThat(new FirstAttemptTime.Here(TIME).since(BEHIND)).isEqualTo(AT_SERVER);
        assertThat(new FirstAttemptTime.Unsaid(TIME).since(BEHIND)).isEqualTo(AT_SERVER);
        assertThat(new FirstAttemptTime.AtServer(TIME).since(BEHIND)).isEqualTo(TIME);
        assertThat(new FirstAttemptTime.Here(TIME).since(new ServerClock())).isEqualTo(TIME);
        assertThat(new FirstAttemptTime.Unsaid(TIME).since(new ServerClock())).isEqualTo(TIME);
    }

    @Test
    void aFurtherAttemptMakesItUnknownFromThenOnAndWhatWasAcceptedStaysSo() {
        UnsettledSend unknown = SendOrders.unsettled(Outcome.UNKNOWN);
        Instant later = TIME.plusSeconds(60);
        assertThat(unknown.again(later, Outcome.SENT))
                .isEqualTo(new UnsettledSend(unknown.began(), later, Outcome.SENT));
        assertThat(unknown.again(later, Outcome.UNKNOWN).outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(SendOrders.unsettled(Outcome.SENT)
                        .again(later, Outcome.UNKNOWN)
                        .outcome())
                .isEqualTo(Outcome.SENT);
    }

    @Test
    void whatAnotherClockNotedIsUnknownSinceItIsTakenOver() {
        UnsettledSend known = SendOrders.unsettled(Outcome.SENT);
        assertThat(known.asOf(TIME.plusSeconds(700)))
                .isEqualTo(new UnsettledSend(known.began(), TIME.plusSeconds(700), Outcome.SENT));
    }

    @Test
    void onlyAnUnacceptedSendThatNoOtherNodeMaySendIsRepeated() {
        assertThat(SendOrders.unsettled(Outcome.UNKNOWN).maySendAgain()).isTrue();
        assertThat(SendOrders.unsettled(Outcome.SENT).maySendAgain()).isFalse();
        assertThat(new UnsettledSend(new FirstAttemptTime.Unsaid(TIME), TIME, Outcome.UNKNOWN).maySendAgain())
                .isFalse();
    }

    @Test
    void anExchangeRemembersWhatMayHaveBeenSentUntilItHasBeen() {
        SendOrder order = order("canary", null);
        UnsettledSends memory = order.unsettled();
        assertThat(memory.isEmpty()).isTrue();
        assertThat(memory.recall(order)).isEmpty();
        assertThat(memory.owner(order)).isNotEqualTo(memory.owner(order));

        memory.remember(order, SendOrders.unsettled(Outcome.UNKNOWN), "me");
        UnsettledSends copy = memory.copy();
        assertThat(memory.isEmpty()).isFalse();
        assertThat(memory.owner(order)).isEqualTo("me");
        assertThat(memory.recall(order)).contains(SendOrders.unsettled(Outcome.UNKNOWN));
        assertThat(memory).hasToString("Memory[1 unsettled]");

        memory.forget(order);
        assertThat(memory.recall(order)).isEmpty();
        assertThat(copy.recall(order)).as("in a copy").isPresent();
    }

    @Test
    void theSameTextWithAnotherKeyIsAnotherSms() {
        SendOrder order = order("canary", "key 1");
        order.unsettled().remember(order, SendOrders.unsettled(Outcome.UNKNOWN), "me");
        SendOrder other = new SendOrder(order.sms(), "key 2", order.unsettled(), order.budget());
        assertThat(order.unsettled().recall(other)).isEqualTo(Optional.empty());
    }

    @Test
    void nothingThatIsWrittenOfAnOrderShowsItsTextItsKeyOrItsNumber() {
        SendOrder order = order("canary", "canary key");
        assertThat(order).hasToString("SendOrder[to=********5678, with a key]");
        assertThat(order("canary", null)).hasToString("SendOrder[to=********5678]");
        assertThat(order.fingerprint()).hasToString("Fingerprint[to=********5678]");
        assertThat(order.fingerprint().likeness()).hasToString("Likeness[to=**5678]");
        assertThat(new MessageSearch(order.fingerprint(), SendOrders.unsettled(Outcome.UNKNOWN), null))
                .hasToString("Search[to=********5678]");
    }
}
