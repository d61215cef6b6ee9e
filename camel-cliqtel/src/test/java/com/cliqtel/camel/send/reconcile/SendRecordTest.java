/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.send.reconcile;

import java.time.Instant;
import java.util.stream.Stream;

import com.cliqtel.camel.error.Outcome;
import com.cliqtel.camel.text.MessageText;
import com.cliqtel.camel.text.PhoneNumber;
import com.cliqtel.camel.wire.Sender;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What the ledger holds of a send, written and read. */
class SendRecordTest {

    private static final Instant TIME = Instant.parse("2026-04-03T10:15:30.123456Z");
    private static final String SMS = SendRecord.sms(new Fingerprint(
            new Sender.NumberId(11), new PhoneNumber("+31612345678"), new MessageText("canary text of a message")));

    static Stream<SendRecord> records() {
        return Stream.of(
                new SendRecord.Open(new FirstAttemptTime.AtServer(TIME), SMS),
                new SendRecord.Open(new FirstAttemptTime.Here(TIME), SMS),
                new SendRecord.Open(new FirstAttemptTime.Unsaid(TIME), SMS),
                new SendRecord.Unknown(
                        new UnsettledSend(new FirstAttemptTime.AtServer(TIME), TIME.plusSeconds(3), Outcome.UNKNOWN),
                        SMS),
                new SendRecord.Unknown(
                        new UnsettledSend(new FirstAttemptTime.Here(TIME), TIME.plusSeconds(3), Outcome.SENT), SMS),
                new SendRecord.Sent(42, SMS));
    }

    @ParameterizedTest
    @MethodSource("records")
    void whatIsWrittenIsReadAgain(SendRecord record) {
        assertThat(SendRecord.parse(record.toString())).contains(record);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "sent",
                "sent 42",
                "sent x a b c",
                "open x a b c",
                "open 2026@server a b c",
                "open @ a b c",
                "lost 2026-04-03T10:15:30Z@here 2026-04-03T10:15:30Z a b c",
                "unknown x y a b c",
                "a b c d e f g"
            })
    void whatIsSomethingElseIsNoRecord(String text) {
        assertThat(SendRecord.parse(text)).isEmpty();
    }

    @Test
    void theTextOfTheMessageIsNotInIt() {
        assertThat(records()).allSatisfy(record -> assertThat(record.toString()).doesNotContain("canary"));
    }

    @Test
    void theHolderOfAnOpenKeyMayHaveSentUntilNow() {
        assertThat(new SendRecord.Open(new FirstAttemptTime.Here(TIME), SMS).unsettled(TIME.plusSeconds(100)))
                .contains(new UnsettledSend(new FirstAttemptTime.Here(TIME), TIME.plusSeconds(100), Outcome.UNKNOWN));
    }
}
