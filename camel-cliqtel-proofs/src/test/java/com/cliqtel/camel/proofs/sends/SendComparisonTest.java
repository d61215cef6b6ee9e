/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.sends;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import com.cliqtel.camel.simulator.account.Direction;
import com.cliqtel.camel.simulator.account.Message;
import com.cliqtel.camel.simulator.account.Status;
import com.cliqtel.camel.simulator.account.StoredForm;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SendComparisonTest {

    private static final LogicalSend FIRST = new LogicalSend(0, "+31612345678", "hello");
    private static final LogicalSend EQUAL = new LogicalSend(1, "+31612345678", "hello");
    private static final LogicalSend OTHER = new LogicalSend(2, "+31612345678", "goodbye");

    private final SendOutcomes endings = new SendOutcomes(3);
    private final List<Message> messages = new ArrayList<>();

    private SendComparison census() {
        return new SendComparison(List.of(FIRST, EQUAL, OTHER), endings, messages, StoredForm.AS_SENT);
    }

    private void accepted(long id, LogicalSend send) {
        Instant now = Instant.parse("2026-04-03T10:15:30Z");
        messages.add(new Message(
                id,
                11,
                "+16625163513",
                send.to(),
                send.text(),
                Direction.OUTBOUND,
                Status.QUEUED,
                1,
                BigDecimal.ONE,
                "EUR",
                "carrier",
                now,
                now,
                send.mark()));
    }

    private void told(LogicalSend send, SendOutcome.Kind kind) {
        endings.ended(send, SendOutcome.without(kind));
    }

    @Test
    void countsASentMessageAsNeitherDuplicateNorLost() {
        accepted(1, FIRST);
        accepted(2, EQUAL);
        endings.ended(FIRST, SendOutcome.sent(1));
        endings.ended(EQUAL, SendOutcome.sent(2));
        told(OTHER, SendOutcome.Kind.UNKNOWN);
        assertThat(census().doubled()).isZero();
        assertThat(census().doubledByText()).isZero();
        assertThat(census().lost()).isZero();
        assertThat(census().notEndedOnce()).isZero();
        assertThat(census().exchanged()).isZero();
    }

    @Test
    void countsASecondMessageOfASendAsADuplicate() {
        accepted(1, FIRST);
        accepted(2, FIRST);
        endings.ended(FIRST, SendOutcome.sent(1));
        told(EQUAL, SendOutcome.Kind.UNKNOWN);
        assertThat(census().doubled()).isEqualTo(1);
        assertThat(census().doubledByText()).isZero();
    }

    @Test
    void countsExcessMessagesOfATextAsDuplicates() {
        accepted(1, FIRST);
        accepted(2, EQUAL);
        endings.ended(FIRST, SendOutcome.sent(1));
        told(EQUAL, SendOutcome.Kind.NOT_SENT);
        assertThat(census().doubledByText()).isEqualTo(1);
        assertThat(census().wronglyDenied()).isEqualTo(1);
    }

    @Test
    void countsAReportedButMissingMessageAsLost() {
        accepted(1, FIRST);
        endings.ended(FIRST, SendOutcome.sent(1));
        endings.ended(EQUAL, SendOutcome.sent(7));
        told(OTHER, SendOutcome.Kind.SENT_AS_UNKNOWN_ID);
        assertThat(census().lost()).isEqualTo(2);
    }

    @Test
    void countsASendWithAnotherSendsMessageAsLost() {
        accepted(1, FIRST);
        accepted(3, OTHER);
        endings.ended(FIRST, SendOutcome.sent(1));
        endings.ended(EQUAL, SendOutcome.sent(1));
        endings.ended(OTHER, SendOutcome.sent(1));
        assertThat(census().lost()).isEqualTo(3);
    }

    @Test
    void allowsExchangedIdsOfEqualTexts() {
        accepted(1, FIRST);
        accepted(2, EQUAL);
        endings.ended(FIRST, SendOutcome.sent(2));
        endings.ended(EQUAL, SendOutcome.sent(1));
        assertThat(census().lost()).isZero();
        assertThat(census().exchanged()).isEqualTo(2);
    }

    @Test
    void countsRepeatedAndMissingOutcomes() {
        told(FIRST, SendOutcome.Kind.UNKNOWN);
        told(FIRST, SendOutcome.Kind.UNKNOWN);
        assertThat(census().notEndedOnce()).isEqualTo(3);
    }
}
