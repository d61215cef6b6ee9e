/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.send.reconcile;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import com.cliqtel.camel.client.ServerClock;
import com.cliqtel.camel.client.SimulatorConnection;
import com.cliqtel.camel.error.Outcome;
import com.cliqtel.camel.model.Direction;
import com.cliqtel.camel.model.Sms;
import com.cliqtel.camel.text.MessageText;
import com.cliqtel.camel.wire.Sender;
import com.cliqtel.camel.wire.SmsQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static com.cliqtel.camel.send.reconcile.SendOrders.FROM;
import static com.cliqtel.camel.send.reconcile.SendOrders.TEXT;
import static com.cliqtel.camel.send.reconcile.SendOrders.TIME;
import static com.cliqtel.camel.send.reconcile.SendOrders.TO;
import static org.assertj.core.api.Assertions.assertThat;

/** Which messages can be the one that is missing. */
class MessageSearchTest {

    private static final Instant SINCE = TIME.minusSeconds(3);
    private static final MessageSearch SEARCH = search(new Sender.Number(FROM), new FirstAttemptTime.Here(TIME));
    private static final MessageSearch BY_ID = search(new Sender.NumberId(11), new FirstAttemptTime.Here(TIME));

    private static MessageSearch search(Sender sender, FirstAttemptTime began) {
        return new MessageSearch(
                new Fingerprint(sender, TO, new MessageText(TEXT)),
                new UnsettledSend(began, TIME, Outcome.UNKNOWN),
                null);
    }

    /** A message that is the one searched for, but for this field; null takes it away. */
    private static Sms message(String field, Object value) {
        Map<String, Object> json = new HashMap<>(
                Map.of("id", 42, "from", FROM.e164(), "to", TO.e164(), "body", TEXT, "direction", "outbound"));
        json.put("created_at", SINCE.toString());
        json.put(field, value);
        return Sms.of(json);
    }

    private static List<Sms> exact(MessageSearch search, Sms message) {
        return search.exact(List.of(message), SINCE);
    }

    @Test
    void itIsTheMessageWithItsTextSenderRecipientAndTime() {
        assertThat(exact(SEARCH, message("id", 42))).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "body, canary texts",
                "body, -",
                "to, +31612345679",
                "to, -",
                "from, +16625163514",
                "from, -",
                "direction, inbound",
                "created_at, 2026-04-03T10:15:26.999Z"
            })
    void aMessageThatDiffersIsAnother(String field, String value) {
        assertThat(exact(SEARCH, message(field, value))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"direction, -", "created_at, 2026-04-03T12:00:00Z"})
    void whatAMessageDoesNotSayIsNoReasonAgainstIt(String field, String value) {
        assertThat(exact(SEARCH, message(field, value))).hasSize(1);
    }

    @Test
    void acceptsAnySenderNumberForASendById() {
        assertThat(exact(BY_ID, message("from", "+16625163514"))).hasSize(1);
    }

    @Test
    void thoseThatCameFirstAreFirst() {
        Collection<Sms> messages =
                Stream.of(7, 3, 5).map(id -> message("id", id)).toList();
        assertThat(SEARCH.exact(messages, SINCE)).extracting(Sms::id).containsExactly(3L, 5L, 7L);
    }

    @ParameterizedTest
    @ValueSource(strings = {" canary text", "canary text\r\n", "\tcanary text\n"})
    void aTextThatDiffersAsCarriersChangeTextsIsProbable(String text) {
        Sms message = message("body", text);
        assertThat(exact(SEARCH, message)).isEmpty();
        assertThat(SEARCH.probable(List.of(message), SINCE)).containsExactly(message);
    }

    @Test
    void theTextItselfAndAnotherTextAreNotProbable() {
        assertThat(SEARCH.probable(List.of(message("body", TEXT), message("body", "canary")), SINCE))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"to, +310612345678", "to, 0612345678", "to, +31 6 12345678", "from, +1 662 516 3513"})
    void aNumberInAKnownSpellingIsExactOrProbable(String field, String value) {
        Sms message = message(field, value);
        assertThat(Stream.concat(exact(SEARCH, message).stream(), SEARCH.probable(List.of(message), SINCE).stream()))
                .containsExactly(message);
        assertThat(SEARCH.possible(List.of(message), SINCE, SINCE)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "body, -",
                "body, Canary-Text",
                "body, canary text Reply STOP to opt out",
                "to, -",
                "to, ********5678",
                "to, +99912345678",
                "from, -",
                "from, Cliqtel",
                "created_at, -",
                "created_at, at noon",
                "created_at, 2026-04-03T10:15:26.999Z"
            })
    void aMessageThatMayBeItIsPossibleAndNoMore(String field, String value) {
        Sms message = message(field, value);
        assertThat(exact(SEARCH, message)).isEmpty();
        assertThat(SEARCH.probable(List.of(message), SINCE)).isEmpty();
        assertThat(SEARCH.possible(List.of(message), SINCE, SINCE.minusSeconds(1)))
                .containsExactly(message);
    }

    @ParameterizedTest
    @CsvSource({
        "body, your code is 1234",
        "to, +31612345679",
        "from, +16625163514",
        "direction, inbound",
        "created_at, 2026-04-03T10:15:25Z"
    })
    void aMessageThatIsAnotherIsNotPossible(String field, String value) {
        assertThat(SEARCH.possible(List.of(message(field, value)), SINCE, SINCE.minusSeconds(1)))
                .isEmpty();
    }

    @Test
    void whatMayBeTakenIsNotMerelyPossible() {
        assertThat(SEARCH.possible(List.of(message("id", 42)), SINCE, SINCE.minusSeconds(1)))
                .isEmpty();
    }

    @Test
    void textsAreAlikeWhateverAServerDoesToThem() {
        assertThat(SmsSimilarity.of(TO, "caf\u00e9\na\nb")).isEqualTo(SmsSimilarity.of(TO, " cafe\u0301\r\na\rb "));
        assertThat(SmsSimilarity.of(TO, "a\u2013b \u201c1\u201d")).isEqualTo(SmsSimilarity.of(TO, "A-B '1'"));
        assertThat(SmsSimilarity.of(TO, "a b")).isNotEqualTo(SmsSimilarity.of(TO, "a c"));
    }

    @Test
    void takesMessagesFromALittleBeforeItBegan() {
        ServerClock known = SimulatorConnection.clockAhead(Duration.ofMinutes(10));
        assertThat(own(Optional.empty()).since(new ServerClock())).isEqualTo(SINCE);
        assertThat(own(Optional.empty()).since(known)).isEqualTo(SINCE.plus(Duration.ofMinutes(10)));
        assertThat(atServer().since(known)).isEqualTo(SINCE);
        assertThat(SEARCH.since(known)).isEqualTo(SINCE.plus(Duration.ofMinutes(10)));
    }

    @Test
    void rulesOutOnlyWhatNoClockThatMayBeWrongExplains() {
        Duration day = Duration.ofDays(1);
        ServerClock dated = SimulatorConnection.clockAhead(Duration.ofMinutes(10));
        ServerClock accepted = SimulatorConnection.clockAhead(Duration.ofMinutes(10));
        accepted.accepted(Instant.EPOCH, Instant.EPOCH, Instant.EPOCH);
        assertThat(own(Optional.empty()).earliest(new ServerClock())).isEqualTo(TIME.minus(day));
        assertThat(own(Optional.empty()).earliest(dated)).isEqualTo(TIME.minus(day));
        assertThat(own(Optional.empty()).earliest(accepted)).isEqualTo(TIME.minusSeconds(30));
        assertThat(own(Optional.of(TIME)).earliest(accepted)).isEqualTo(TIME.minusSeconds(30));
        assertThat(atServer().earliest(dated)).isEqualTo(TIME.minusSeconds(600));
        assertThat(SEARCH.earliest(accepted)).isEqualTo(TIME.minusSeconds(30).minus(day));
    }

    private static MessageSearch own(Optional<Instant> server) {
        return search(new Sender.Number(FROM), new FirstAttemptTime.Own(TIME, server));
    }

    private static MessageSearch atServer() {
        return search(new Sender.Number(FROM), new FirstAttemptTime.AtServer(TIME));
    }

    @Test
    void searchesBySenderRecipientAndWholeSecond() {
        MessageSearch search = search(new Sender.Number(FROM), new FirstAttemptTime.AtServer(TIME.plusMillis(999)));
        OffsetDateTime second = OffsetDateTime.parse("2026-04-03T10:05:30Z");
        assertThat(search.query(new ServerClock()))
                .isEqualTo(new SmsQuery(Direction.OUTBOUND, null, null, FROM.e164(), TO.e164(), second));
        assertThat(MessageSearch.all(BY_ID.senderId(), TIME))
                .isEqualTo(new SmsQuery(
                        Direction.OUTBOUND, null, 11L, null, null, OffsetDateTime.parse("2026-04-03T10:15:30Z")));
    }

    @Test
    void theSendersNumberOrIdIsWrittenIntoTheLedger() {
        assertThat(SEARCH.sms().senderText()).isEqualTo("+16625163513");
        assertThat(BY_ID.sms().senderText()).isEqualTo("#11");
        assertThat(Fingerprint.sha256("abc"))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
