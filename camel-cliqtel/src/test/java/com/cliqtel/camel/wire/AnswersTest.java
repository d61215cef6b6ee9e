/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.wire;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import com.cliqtel.camel.error.CliqtelException;
import com.cliqtel.camel.error.CliqtelThrottledException;
import com.cliqtel.camel.error.CliqtelUnavailableException;
import com.cliqtel.camel.error.Outcome;
import com.cliqtel.camel.model.MessageText;
import com.cliqtel.camel.model.PhoneNumber;
import com.cliqtel.camel.model.Sender;
import com.cliqtel.camel.model.Sms;
import com.cliqtel.camel.model.Submission;
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

    private static final Call SEND = Calls.send(
            new Submission(new Sender.NumberId(11), new PhoneNumber("+31612345678"), new MessageText("canary"), null));

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "0, -, 1",
                "7, -, 8",
                " 60 , -, 61",
                "Fri, -, 5",
                "-1, -, 5",
                "1.5, -, 5",
                "99999999999999999999, -, 5",
                "-, -, 5",
                "'Fri, 03 Apr 2026 10:16:00 GMT', 'Fri, 03 Apr 2026 10:15:30 GMT', 31",
                "'Fri, 03 Apr 2026 10:15:00 GMT', 'Fri, 03 Apr 2026 10:15:30 GMT', 1",
                "'Fri, 03 Apr', 'Fri, 03 Apr 2026 10:15:30 GMT', 5"
            })
    void retryAfterIsReadAsSecondsOrADateAndAnythingElseIsFiveSeconds(String header, String date, long seconds) {
        Map<String, String> headers = new java.util.HashMap<>();
        headers.put("retry-after", header == null ? "" : header);
        headers.put("date", date == null ? "" : date);
        CliqtelException failure = Failures.of(SEND, new Reply(429, headers, new byte[0], true));
        assertThat(((CliqtelThrottledException) failure).getRetryAfter()).hasSeconds(seconds);
    }

    @Property
    void everyStatusAndBodyMeansOneOfTheThreeKinds(
            @ForAll @IntRange(min = 300, max = 599) int status, @ForAll byte[] body) {
        assertThat(Failures.of(SEND, new Reply(status, Map.of(), body, true)).getStatusCode())
                .isEqualTo(status);
    }

    @Test
    void aRefusalBeforeTheBodyLeftIsNotSent() {
        assertThat(Failures.of(SEND, new Reply(502, Map.of(), new byte[0], false)))
                .isInstanceOfSatisfying(CliqtelUnavailableException.class, failure -> assertThat(failure.getOutcome())
                        .isEqualTo(Outcome.NOT_SENT));
    }

    @Property
    void noAnswerToASendThatWasAcceptedIsEverMistakenForNo(@ForAll byte[] body) {
        try {
            Replies.check(SEND, new Reply(201, Map.of(), body, true));
            Replies.sms(SEND, new Reply(201, Map.of(), body, true));
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
        assertThatThrownBy(
                        () -> Replies.sms(SEND, new Reply(201, Map.of(), body.getBytes(StandardCharsets.UTF_8), true)))
                .isInstanceOfSatisfying(CliqtelUnavailableException.class, unreadable -> {
                    assertThat(unreadable.getOutcome()).isEqualTo(Outcome.SENT);
                    assertThat(unreadable.getMessage()).hasSizeLessThan(300);
                });
    }

    @Test
    void aPriceOfAMillionDigitsIsNoPriceAndCostsNoTime() {
        Sms sms = Replies.sms(
                        SEND,
                        new Reply(
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
    void whatAServerWroteIsShownWithoutTextKeyOrNumber() {
        assertThat(ServerText.shown("bad: +31 6 12 34 56 78, +2908123, 29081234\r\nX: y", List.of("canary")))
                .isEqualTo("bad: +***5678, +***8123, ***1234 X: y");
        assertThat(ServerText.shown("bad text canary here", List.of("canary"))).isEqualTo("bad text [withheld] here");
        assertThat(ServerText.shown(
                        "body 'Your login code is 482913, do not sha...'",
                        List.of("Your login code is 482913, do not share it")))
                .doesNotContain("482913", "login");
        assertThat(ServerText.shown("code 4829 is spam", List.of("Code 4829!"))).doesNotContain("4829");
        assertThat(ServerText.shown("canaries sing", List.of("canary", "a"))).isEqualTo("canaries sing");
        assertThat(ServerText.shown("max 1,600 characters", List.of("x"))).isEqualTo("max 1,600 characters");
        assertThat(ServerText.shown("x".repeat(5000), List.of())).hasSize(203);
    }

    @Test
    void aCallsToStringShowsNeitherTextNorNumber() {
        assertThat(SEND).hasToString("POST /messages");
    }
}
