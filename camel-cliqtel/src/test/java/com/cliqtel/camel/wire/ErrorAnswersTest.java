/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.wire;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

import com.cliqtel.camel.error.CliqtelException;
import com.cliqtel.camel.error.CliqtelRejectedException;
import com.cliqtel.camel.error.CliqtelThrottledException;
import com.cliqtel.camel.error.CliqtelUnavailableException;
import com.cliqtel.camel.error.Outcome;
import com.cliqtel.camel.fixture.HostileTexts;
import com.cliqtel.camel.text.MessageText;
import com.cliqtel.camel.text.PhoneNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What an answer that is not a yes means: the table, at its edges. */
class ErrorAnswersTest {

    private static final ApiCall SEND = ApiCalls.send(
            new Submission(new Sender.NumberId(11), new PhoneNumber("+31612345678"), new MessageText("canary"), null));

    private static CliqtelException failure(ApiCall call, int status, Map<String, String> headers, String body) {
        return ErrorAnswers.of(call, new ApiReply(status, headers, body.getBytes(StandardCharsets.UTF_8), true));
    }

    private static String json(String code) {
        return code == null ? "" : "{\"error\":{\"code\":\"" + code + "\",\"message\":\"words\"}}";
    }

    @ParameterizedTest
    @CsvSource({
        // statuses, where no code says more
        "101, , unknown, http_status",
        "199, , unknown, http_status",
        "300, , unknown, http_status",
        "301, , unknown, http_status",
        "302, , unknown, http_status",
        "303, , unknown, http_status",
        "304, , unknown, http_status",
        "307, , rejected, http_status",
        "308, , rejected, http_status",
        "399, , unknown, http_status",
        "400, , rejected, http_status",
        "413, , rejected, http_status",
        "421, , not_sent, http_status",
        "425, , not_sent, http_status",
        "426, , rejected, http_status",
        "498, , rejected, http_status",
        "460, , unknown, http_status",
        "499, , unknown, http_status",
        "408, , unknown, http_status",
        "409, , unknown, http_status",
        "429, , throttled, rate_limited",
        "500, , unknown, http_status",
        "502, , unknown, http_status",
        "503, , unknown, http_status",
        "504, , unknown, http_status",
        "599, , unknown, http_status",
        "600, , unknown, http_status",
        // codes that are final whatever the status
        "500, send_failed, rejected, send_failed",
        "429, send_failed, rejected, send_failed",
        "503, insufficient_balance, rejected, insufficient_balance",
        // codes that are documented, on a status that is not
        "500, unauthenticated, rejected, unauthenticated",
        "500, not_found, rejected, not_found",
        "500, number_not_found, rejected, number_not_found",
        "500, validation_error, rejected, validation_error",
        "503, rate_limited, throttled, rate_limited",
        "429, validation_error, throttled, validation_error",
        // codes that nobody knows
        "303, brand_new, unknown, http_status",
        "307, brand_new, rejected, http_status",
        "303, validation_error, rejected, validation_error",
        "421, brand_new, not_sent, brand_new",
        "425, validation_error, rejected, validation_error",
        "400, brand_new, rejected, brand_new",
        "408, brand_new, unknown, brand_new",
        "409, brand_new, rejected, brand_new",
        "500, brand_new, unknown, brand_new",
        "429, brand_new, throttled, brand_new",
        // what is no code
        "500, 'send failed', unknown, http_status",
        "409, 'a<b', unknown, http_status"
    })
    void theCodeDecidesFirstAndThenTheStatus(int status, String code, String kind, String word) {
        CliqtelException failure = failure(SEND, status, Map.of(), json(code));
        assertThat(kind(failure)).isEqualTo(kind);
        assertThat(failure.getCode().word()).isEqualTo(word);
        assertThat(failure.getStatusCode()).isEqualTo(status);
        assertThat(failure.getOperation()).isEqualTo("send");
    }

    private static String kind(CliqtelException failure) {
        if (failure instanceof CliqtelUnavailableException unavailable) {
            return unavailable.getOutcome().name().toLowerCase(java.util.Locale.ROOT);
        }
        return Map.of(CliqtelRejectedException.class, "rejected", CliqtelThrottledException.class, "throttled")
                .get(failure.getClass());
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 308})
    void aRedirectBeforeTheBodyLeftIsRejected(int status) {
        assertThat(ErrorAnswers.of(SEND, new ApiReply(status, Map.of(), new byte[0], false)))
                .isInstanceOf(CliqtelRejectedException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "get, 503, true, 120, 121",
        "get, 503, false, 120, 121",
        "send, 503, false, 120, 121",
        "send, 503, false, 0.5, 1",
        "send, 503, false, soon, ",
        "send, 503, true, 120, ",
        "send, 421, true, 7, 8",
        "send, 425, true, 7, 8",
        "send, 502, false, 7, "
    })
    void aServerThatDidNothingAndSaysHowLongToWaitIsWaitedFor(
            String operation, int status, boolean whole, String header, Long seconds) {
        ApiCall call = operation.equals("send") ? SEND : ApiCalls.get(42);
        assertThat(ErrorAnswers.of(call, new ApiReply(status, Map.of("retry-after", header), new byte[0], whole)))
                .isInstanceOfSatisfying(CliqtelUnavailableException.class, failure -> {
                    assertThat(failure.getRetryAfter().map(Duration::toSeconds))
                            .isEqualTo(Optional.ofNullable(seconds));
                    assertThat(failure.getOutcome())
                            .isEqualTo(call == SEND && status == 503 && whole ? Outcome.UNKNOWN : Outcome.NOT_SENT);
                });
    }

    @Test
    void aRedirectedSendSaysThatItsOutcomeIsUnknown() {
        assertThat(failure(SEND, 303, Map.of("location", "https://elsewhere.example/x"), ""))
                .hasMessageContaining("redirects to the host elsewhere.example")
                .hasMessageContaining("whether the SMS was accepted is unknown");
    }

    @Test
    void aCodeOf64CharactersIsOneAndALongerOneIsNot() {
        assertThat(failure(SEND, 400, Map.of(), json("c".repeat(64))).getCode().word())
                .isEqualTo("c".repeat(64));
        assertThat(failure(SEND, 400, Map.of(), json("c".repeat(65))).getCode().word())
                .isEqualTo("http_status");
    }

    @Test
    void whatOnlyReadsHasChangedNothing() {
        CliqtelException failure = failure(ApiCalls.get(42), 500, Map.of(), "");
        assertThat(((CliqtelUnavailableException) failure).getOutcome()).isEqualTo(Outcome.NOT_SENT);
        assertThat(failure).hasMessage("cliqtel:get: the server could not answer (http_status, HTTP 500)");
    }

    @Test
    void aSendThatMayHaveBeenAcceptedSaysSo() {
        assertThat(failure(SEND, 500, Map.of(), ""))
                .hasMessage("cliqtel:send: the server could not answer, and whether the SMS was accepted is unknown"
                        + " (http_status, HTTP 500)");
        assertThat(ErrorAnswers.of(SEND, new ApiReply(500, Map.of(), new byte[0], false)))
                .hasMessage("cliqtel:send: the server could not answer; nothing was sent (http_status, HTTP 500)");
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"error\":{\"code\":\"x\",\"message\":\"Try later\"}}', Try later",
        "'{\"error\":{\"code\":\"x\",\"message\":\" \"}}', the API said no",
        "'{\"error\":{\"code\":\"x\",\"message\":7}}', the API said no",
        "'{\"error\":{\"code\":\"x\"}}', the API said no",
        "'{\"message\":\"Try later\"}', Try later",
        "'{\"message\":7}', the API said no",
        "'{\"code\":\"x\"}', the API said no",
        "'{\"error\":\"no\",\"message\":\"Try later\"}', Try later",
        "'[]', the API said no",
        "'<h1>no</h1>', the API said no",
        "'{\"message\":\"no canary to +31612345678\"}', no [withheld] to +***5678"
    })
    void theServersMessageIsReported(String body, String words) {
        assertThat(failure(SEND, 422, Map.of(), body).getMessage()).startsWith("cliqtel:send: " + words + " (");
    }

    @Test
    void aCodeCountsOnlyWhereItIsDocumentedToBe() {
        assertThat(failure(SEND, 500, Map.of(), "{\"code\":\"send_failed\",\"message\":\"x\"}"))
                .isInstanceOf(CliqtelUnavailableException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "300, https://elsewhere.example/x, the host elsewhere.example",
        "399, https://elsewhere.example/x, the host elsewhere.example",
        "301, /only/a/path, another address",
        "301, not an address, another address",
        "301, '', another address"
    })
    void aRedirectSaysWhereToAndThatItIsNotFollowed(int status, String location, String where) {
        assertThat(failure(SEND, status, Map.of("location", location), "{\"message\":\"moved\"}"))
                .hasMessageContaining("the server redirects to " + where + ", which is never followed: check baseUrl");
    }

    @Test
    void whatIsNoRedirectSaysNothingOfOne() {
        assertThat(failure(SEND, 400, Map.of("location", "https://elsewhere.example"), ""))
                .hasMessageNotContaining("redirects");
    }

    @Test
    void aRefusalForTheRateSaysHowLongToWait() {
        CliqtelException failure = failure(SEND, 429, Map.of("retry-after", "7"), "");
        assertThat(failure)
                .hasMessage("cliqtel:send: too many requests, nothing was done; try again in 8 s"
                        + " (rate_limited, HTTP 429)");
    }

    @Test
    void aHostileMessageIsQuotedOrWithheldOnASmallStack() throws Exception {
        HostileTexts.readEach(text -> {
            String message = text.substring(0, Math.min(text.length(), 60_000));
            byte[] body = Json.write(Map.of("error", Map.of("code", "no", "message", message)));
            CliqtelException failure = ErrorAnswers.of(
                    SEND, new ApiReply(422, Map.of("location", text, "retry-after", text, "date", text), body, true));
            assertThat(failure.getCode().word()).isEqualTo("no");
            assertThat(failure.getMessage()).hasSizeLessThan(300);
        });
    }
}
