/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.soak;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import com.cliqtel.camel.proofs.sends.SendOutcome;
import com.cliqtel.camel.simulator.account.Direction;
import com.cliqtel.camel.simulator.account.Message;
import com.cliqtel.camel.simulator.account.Status;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SendTallyTest {

    private final SendTally tally = new SendTally();

    private static Message sms(long id, String text) {
        return new Message(
                id,
                11,
                "+16625163513",
                "+31612345678",
                text,
                Direction.OUTBOUND,
                Status.SENT,
                1,
                BigDecimal.ZERO,
                "EUR",
                "didfarm",
                Instant.EPOCH,
                Instant.EPOCH,
                null);
    }

    private void told(int number, String text, SendOutcome ending) {
        tally.ordered(new Order(number, "", 11, "+31612345678", text));
        tally.told(number, ending);
    }

    private void unknown(int number, String text) {
        told(number, text, SendOutcome.without(SendOutcome.Kind.UNKNOWN));
    }

    private SendTally.Balance against(Message... messages) {
        return tally.against(List.of(messages));
    }

    @Test
    void countsASentAndReportedOrderAsCorrect() {
        told(0, "a", SendOutcome.sent(1));
        told(1, "b", SendOutcome.without(SendOutcome.Kind.REJECTED));
        unknown(2, "c");
        unknown(3, "d");
        assertThat(against(sms(1, "a"), sms(2, "c"))).isEqualTo(new SendTally.Balance(2, 0, 0, 0, 1));
        assertThat(against(sms(1, "a"), sms(2, "c")).isKept()).isTrue();
    }

    @Test
    void countsASecondMessageOfAnOrderAsADuplicate() {
        told(0, "a", SendOutcome.sent(1));
        assertThat(against(sms(1, "a"), sms(2, "a")).doubled()).isEqualTo(1);
    }

    @Test
    void countsASecondMessageOfAnUnknownOrderAsADuplicate() {
        unknown(0, "a");
        assertThat(against(sms(1, "a"), sms(2, "a")).doubled()).isEqualTo(1);
    }

    @Test
    void countsAMessageWithoutAnOrderAsADuplicate() {
        assertThat(against(sms(1, "a")).doubled()).isEqualTo(1);
    }

    @Test
    void countsAReportedOrderWithoutAMessageAsLost() {
        told(0, "a", SendOutcome.without(SendOutcome.Kind.SENT_AS_UNKNOWN_ID));
        assertThat(against().lost()).isEqualTo(1);
    }

    @Test
    void countsAnOrderWithAnotherOrdersMessageAsLost() {
        told(0, "a", SendOutcome.sent(2));
        unknown(1, "b");
        assertThat(against(sms(1, "a"), sms(2, "b")).lost()).isEqualTo(1);
    }

    @Test
    void countsOneOfTwoOrdersWithTheSameMessageAsLost() {
        told(0, "a", SendOutcome.sent(1));
        told(1, "a", SendOutcome.sent(1));
        assertThat(against(sms(1, "a"), sms(2, "a")).lost()).isEqualTo(1);
    }

    @Test
    void countsAnOrderReportedWithTwoMessagesAsLost() {
        told(0, "a", SendOutcome.sent(1));
        tally.told(0, SendOutcome.sent(2));
        assertThat(against(sms(1, "a")).isKept()).isFalse();
    }

    @Test
    void countsARefusedOrderWithAMessageAsDenied() {
        told(0, "a", SendOutcome.without(SendOutcome.Kind.NOT_SENT));
        assertThat(against(sms(1, "a"))).isEqualTo(new SendTally.Balance(1, 0, 0, 1, 1));
    }

    @Test
    void ordersOfOneTextAreCountedTogether() {
        told(0, "a", SendOutcome.sent(2));
        unknown(1, "a");
        told(2, "a", SendOutcome.without(SendOutcome.Kind.REJECTED));
        assertThat(against(sms(1, "a"), sms(2, "a")).isKept()).isTrue();
        assertThat(against(Stream.of(1, 2, 3).map(id -> sms(id, "a")).toArray(Message[]::new))
                        .isKept())
                .isFalse();
    }

    @Test
    void keepsTheSentOutcomeOfAnOrderWithAKey() {
        unknown(0, "a");
        tally.told(0, SendOutcome.sent(1));
        tally.told(0, SendOutcome.without(SendOutcome.Kind.UNKNOWN));
        assertThat(tally.ended(SendOutcome.Kind.SENT)).isEqualTo(1);
    }
}
