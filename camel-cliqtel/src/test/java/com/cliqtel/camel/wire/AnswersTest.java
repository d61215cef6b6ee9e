/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.wire;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import com.cliqtel.camel.error.CliqtelUnavailableException;
import com.cliqtel.camel.error.Outcome;
import com.cliqtel.camel.model.ApiList;
import com.cliqtel.camel.model.Sms;
import com.cliqtel.camel.model.SmsNumber;
import com.cliqtel.camel.text.MessageText;
import com.cliqtel.camel.text.PhoneNumber;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class AnswersTest {

    private static final ApiCall SEND = ApiCalls.send(
            new Submission(new Sender.NumberId(11), new PhoneNumber("+31612345678"), new MessageText("canary"), null));

    private static final ApiCall LIST = ApiCalls.list(new SmsQuery(null, null, null, null, null, null), 1, 100);
    private static final ApiCall NUMBERS = ApiCalls.numbers();
    private static final String NOT_FOUND = "{\"error\":{\"code\":\"number_not_found\",\"message\":\"x\"}}";

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "0, -, 1",
                "7, -, 8",
                " 60 , -, 61",
                "+60, -, 61",
                "299.997, -, 300",
                "0.2, -, 1",
                "1.5, -, 2",
                "12., -, 13",
                "300.000, -, 301",
                "Fri, -, 5",
                "-1, -, 5",
                "1.5.2, -, 5",
                "1e3, -, 5",
                "999999999, -, 1000000000",
                "99999999999999999999, -, 1000000000",
                "-, -, 5",
                "'Fri, 03 Apr 2026 10:16:00 GMT', 'Fri, 03 Apr 2026 10:15:30 GMT', 31",
                "'Fri, 03 Apr 2026 10:16:00 UTC', 'Fri, 03 Apr 2026 10:15:30 GMT', 31",
                "'Friday, 03-Apr-26 10:16:00 GMT', 'Fri, 03 Apr 2026 10:15:30 GMT', 31",
                "'Fri Apr  3 10:16:00 2026', 'Fri Apr  3 10:15:30 2026', 31",
                "'fri, 3 apr 2026 10:16:00 +0000', 'Fri, 03 Apr 2026 10:15:30 UTC', 31",
                "'Mon,  03 Apr 2026 12:16:00 +0200', 'Friday, 03-Apr-26 10:15:30 UTC', 31",
                "'03 Apr 2026 10:16:00 GMT', 'Fri, 03-Apr-2026 10:15:30 GMT', 31",
                "'2026-04-03T10:16:00Z', 'Fri, 03 Apr 2026 10:15:30 GMT', 31",
                "'Fri, 03 Apr 2026 10:15:00 GMT', 'Fri, 03 Apr 2026 10:15:30 GMT', 1",
                "'Friday, 03-Apr-87 10:15:00 GMT', 'Fri, 03 Apr 2026 10:15:30 GMT', 1",
                "'Fri, 31 Dec 9999 23:59:59 GMT', 'Fri, 03 Apr 2026 10:15:30 GMT', 1000000000",
                "'Fri, 03 Apr', 'Fri, 03 Apr 2026 10:15:30 GMT', 5",
                "'Fri, 31 Feb 2026 10:15:30 PST', 'Fri, 03 Apr 2026 10:15:30 GMT', 5"
            })
    void retryAfterIsReadAsSecondsOrADateNeverRoundedDownAndAnythingElseIsFiveSeconds(
            String header, String date, long seconds) {
        Map<String, String> headers = new java.util.HashMap<>();
        headers.put("retry-after", header == null ? "" : header);
        headers.put("date", date == null ? "" : date);
        assertThat(new RateHeaders(headers).retryAfter().orElse(RateHeaders.DEFAULT_WAIT))
                .hasSeconds(seconds);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "60, 60",
                "60.0, 60",
                "59.9, 59",
                "0.5, 0",
                "-3, 0",
                "+7, 7",
                "99999999999999999999, 999999999",
                "many, -",
                "'60, 100', -",
                "'', -"
            })
    void aRateLimitHeaderIsReadAsANumberRoundedDown(String header, Integer read) {
        ApiReply reply = new ApiReply(
                200, Map.of("x-ratelimit-limit", header, "x-ratelimit-remaining", header), new byte[0], true);
        assertThat(ReplyReader.rateLimits(reply)).isEqualTo(new RateLimits(read, read));
    }

    @Test
    void anAnswerThatBeginsWithByteOrderMarksIsRead() {
        for (String before : List.of("\ufeff", "\ufeff\ufeff", "\n\ufeff \ufeff\r\n")) {
            assertThat(ReplyReader.sms(SEND, ok(before + "{\"data\":{\"id\":42}}"))
                            .value()
                            .id())
                    .isEqualTo(42);
            assertThat(ReplyReader.page(LIST, ok(before + "{\"data\":[{\"id\":42}]}"))
                            .value()
                            .messages())
                    .hasSize(1);
            assertThat(ReplyReader.numbers(NUMBERS, ok(before + "{\"data\":[{\"id\":11}]}"))
                            .value())
                    .hasSize(1);
            assertThat(ErrorAnswers.of(SEND, new ApiReply(422, Map.of(), bytes(before + NOT_FOUND), true))
                            .getCode()
                            .word())
                    .isEqualTo("number_not_found");
        }
    }

    @Test
    void anAnswerInUtf16SaysThatItIsNotUtf8() {
        byte[] utf16 = "{\"data\":{\"id\":42}}".getBytes(StandardCharsets.UTF_16);
        assertThatThrownBy(() -> ReplyReader.sms(SEND, new ApiReply(201, Map.of(), utf16, true)))
                .isInstanceOf(CliqtelUnavailableException.class)
                .hasMessageContaining("not UTF-8 but UTF-16");
    }

    private static ApiReply ok(String json) {
        return new ApiReply(200, Map.of(), bytes(json), true);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Property
    void everyStatusAndBodyMeansOneOfTheThreeKinds(
            @ForAll @IntRange(min = 300, max = 599) int status, @ForAll byte[] body) {
        assertThat(ErrorAnswers.of(SEND, new ApiReply(status, Map.of(), body, true))
                        .getStatusCode())
                .isEqualTo(status);
    }

    @Test
    void aRefusalBeforeTheBodyLeftIsNotSent() {
        assertThat(ErrorAnswers.of(SEND, new ApiReply(502, Map.of(), new byte[0], false)))
                .isInstanceOfSatisfying(CliqtelUnavailableException.class, failure -> assertThat(failure.getOutcome())
                        .isEqualTo(Outcome.NOT_SENT));
    }

    @Property
    void noAnswerToASendThatWasAcceptedIsEverMistakenForNo(@ForAll byte[] body) {
        try {
            ReplyReader.check(SEND, new ApiReply(201, Map.of(), body, true));
            ReplyReader.sms(SEND, new ApiReply(201, Map.of(), body, true));
        } catch (CliqtelUnavailableException unreadable) {
            assertThat(unreadable.getOutcome()).isEqualTo(Outcome.SENT);
        }
    }

    static List<String> hostile() {
        return List.of(
                "[".repeat(100_000),
                "{\"data\":".repeat(10_000),
                "{\"data\":{\"id\":1e999999999}}",
                "{\"data\":{\"id\":" + "9".repeat(100_000) + "}}",
                "{\"data\":{\"id\":1.5}}",
                "{\"data\":{\"id\":-1}}",
                "{\"data\":{\"id\":9223372036854775808}}",
                "{\"data\":{\"id\":42,\"id\":43}}",
                "{\"data\":{\"id\":42}} {}",
                "{\"data\":{\"id\":42,\"body\":\"" + "x".repeat(70_000) + "\"}}",
                "{\"data\":[{\"id\":42}]}",
                "\ufeff",
                "null",
                "\u0000");
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void aHostileAnswerIsUnreadableAndNothingWorse(String body) {
        assertThatThrownBy(() ->
                        ReplyReader.sms(SEND, new ApiReply(201, Map.of(), body.getBytes(StandardCharsets.UTF_8), true)))
                .isInstanceOfSatisfying(CliqtelUnavailableException.class, unreadable -> {
                    assertThat(unreadable.getOutcome()).isEqualTo(Outcome.SENT);
                    assertThat(unreadable.getMessage()).hasSizeLessThan(300);
                });
    }

    @Test
    void aPriceOfAMillionDigitsIsNoPriceAndCostsNoTime() {
        Sms sms = ReplyReader.sms(
                        SEND,
                        new ApiReply(
                                201,
                                Map.of(),
                                "{\"data\":{\"id\":1,\"cost\":1e999999,\"segments\":1e999999}}"
                                        .getBytes(StandardCharsets.UTF_8),
                                true))
                .value();
        assertThat(sms.cost()).isNull();
        assertThat(sms.segments()).isNull();
    }

    @Test
    void aCallsToStringShowsNeitherTextNorNumber() {
        assertThat(SEND).hasToString("POST /messages");
    }

    static List<String> unreadableRows() {
        return List.of(
                "null",
                "7",
                "\"text\"",
                "[]",
                "{}",
                "{\"id\":null}",
                "{\"id\":-1}",
                "{\"id\":\"x\"}",
                "{\"id\":1.5}",
                "{\"id\":1,\"id\":2}",
                "{\"id\":1,\"a\":{\"b\":1,\"b\":2},\"c\":[{}]}",
                "{\"id\":1,\"a\":[[{\"b\":1,\"b\":{\"c\":[]}}]]}",
                "{\"id\":1,\"body\":\"" + "x".repeat(70_000) + "\"}",
                "{\"id\":" + "9".repeat(5_000) + "}",
                "{\"id\":1,\"a\":" + "[".repeat(200) + "]".repeat(200) + "}");
    }

    @ParameterizedTest
    @MethodSource("unreadableRows")
    void anUnreadableRowHidesNoOther(String row) {
        ApiReply reply = ok("{\"data\":[{\"id\":41}," + row + ",{\"id\":42}],\"meta\":{\"total\":3}}");
        Answer<Page> page = ReplyReader.page(LIST, reply);
        assertThat(page.value().messages()).extracting(Sms::id).containsExactly(41L, 42L);
        assertThat(page.value().total()).isEqualTo(3);
        assertThat(page.value().skipped()).isEqualTo(1);
        assertThat(page.skipped()).isEqualTo(1);
        Answer<ApiList<SmsNumber>> numbers = ReplyReader.numbers(NUMBERS, reply);
        assertThat(numbers.value()).extracting(SmsNumber::id).containsExactly(41L, 42L);
        assertThat(numbers.skipped()).isEqualTo(1);
    }

    @Test
    void aRowThatIsNotUtf8HidesNoOther() {
        byte[] json = bytes("{\"data\":[{\"id\":41,\"body\":\"?\"},{\"id\":42,\"body\":\"ok\"}]}");
        json[new String(json, StandardCharsets.UTF_8).indexOf('?')] = (byte) 0xE9;
        Answer<Page> page = ReplyReader.page(LIST, new ApiReply(200, Map.of(), json, true));
        assertThat(page.value().messages()).extracting(Sms::id).containsExactly(42L);
        assertThat(page.skipped()).isEqualTo(1);
        String real = "{\"data\":[{\"id\":41,\"body\":\"\ufffd\"}]}";
        assertThat(ReplyReader.page(LIST, ok(real)).skipped()).isZero();
    }

    @Test
    void aFullPageOfWhichARowIsUnreadableHasANextOne() {
        Page page = ReplyReader.page(LIST, ok("{\"data\":[{\"id\":41},{\"id\":null}]}"))
                .value();
        assertThat(page.hasNext(1, 2)).isTrue();
        assertThat(page.hasNext(1, 3)).isFalse();
    }

    @Test
    void aListThatIsNoneIsUnreadable() {
        for (String json : List.of("{}", "{\"data\":{}}", "{\"data\":[{\"id\":1}", "[]", "{\"data\":[],\"data\":[]}")) {
            assertThatThrownBy(() -> ReplyReader.page(LIST, ok(json))).isInstanceOf(CliqtelUnavailableException.class);
        }
    }
}
