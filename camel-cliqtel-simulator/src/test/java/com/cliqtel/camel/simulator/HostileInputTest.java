/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;

import com.cliqtel.camel.simulator.junit5.CliqtelSimulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static com.cliqtel.camel.simulator.junit5.CliqtelSimulator.Limits.NONE;
import static org.assertj.core.api.Assertions.assertThat;

/** Whatever comes in, the answer is one of the API's, and the account goes on. */
class HostileInputTest {

    private final Simulator cliqtel;
    private final ApiClient client;

    HostileInputTest(@CliqtelSimulator(limits = NONE) Simulator cliqtel) {
        this.cliqtel = cliqtel;
        this.client = new ApiClient(cliqtel);
    }

    @AfterEach
    void goesOn() {
        assertThat(client.text("still here").statusCode()).isEqualTo(201);
        assertThat(cliqtel.messages()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {(1 << 20) + 1, 5_000_000})
    void refusesABodyBeyondOneMebibyte(int size) {
        HttpResponse<String> answer = client.send(new byte[size]);

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).startsWith("{\"error\":{\"code\":\"payload_too_large\",\"message\":\"");
        assertThat(answer.headers().firstValue("X-RateLimit-Limit")).isPresent();
    }

    @Test
    void answersACallerThatWritesAllBeforeItReads() throws IOException {
        try (RawConnection raw = new RawConnection(cliqtel)) {
            String answer = raw.send("POST /api/v1/sms/messages HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
                    + "Authorization: Bearer " + cliqtel.apiKey() + "\r\nContent-Length: 12000000\r\n\r\n"
                    + "x".repeat(12_000_000));

            assertIsOfTheApi(answer, 413);
        }
    }

    @Test
    void readsABodyOfOneMebibyte() {
        assertThat(client.send(new byte[1 << 20]).statusCode()).isEqualTo(422);
    }

    @Test
    void refusesAHugeBodyWithoutALength() {
        HttpResponse<String> answer = client.call(
                client.to("/messages"),
                "POST",
                BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(new byte[3_000_000])));

        assertThat(answer.statusCode()).isEqualTo(413);
    }

    @ParameterizedTest
    @CsvSource({"[,]", "{\"a\":,}", "{\"from\":,}"})
    void refusesDeepJson(String open, String close) {
        HttpResponse<String> answer = client.send(open.repeat(100_000) + "1" + close.repeat(100_000));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("validation_error").doesNotContain("Exception");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e999999999",
                "-1e-999999999",
                "1e99999999999999999999",
                "NaN",
                "-",
                "01",
                "\\\"\\\\ud800\\\"",
                "\"\\u12\"",
                "\"\u0000\""
            })
    void refusesStrangeValues(String value) {
        assertThat(client.send("{\"from_number_id\":" + value + ",\"to\":\"+31612345678\",\"body\":\"x\"}")
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void refusesNumbersOfAMillionDigits() {
        assertThat(client.send("{\"from_number_id\":" + "9".repeat(1_000_000) + ",\"to\":\"+31612345678\"}")
                        .statusCode())
                .isEqualTo(422);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NONSENSE                                                  | 400",
                "GET /api/v1/sms/numbers HTTP/9.9                          | 505",
                "GET /api/v1/sms/%2e%2e/numbers HTTP/1.1                   | 400",
                "GET /api/v1/sms/messages/%00 HTTP/1.1                     | 400",
                "GET /api/v1/sms/messages/%zz HTTP/1.1                     | 400",
                "GET /api/v1/sms/../sms/%2f HTTP/1.1                       | 400"
            })
    void answersInItsOwnFormWhatIsHardlyHttp(String requestLine, int status) throws IOException {
        try (RawConnection raw = new RawConnection(cliqtel)) {
            assertIsOfTheApi(raw.send(requestLine + "\r\nHost: x\r\nConnection: close\r\n\r\n"), status);
        }
    }

    @Test
    void refusesHeadersBeyondMeasure() throws IOException {
        try (RawConnection raw = new RawConnection(cliqtel)) {
            assertIsOfTheApi(
                    raw.send("GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nX: " + "x".repeat(9_000) + "\r\n\r\n"),
                    431);
        }
    }

    @Test
    void survivesACallerThatLeavesInTheMiddle() throws IOException {
        try (RawConnection raw = new RawConnection(cliqtel)) {
            raw.sendAndLeave("POST /api/v1/sms/messages HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
                    + cliqtel.apiKey() + "\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{\"from");
        }
    }

    private static void assertIsOfTheApi(String answer, int status) {
        assertThat(answer)
                .startsWith("HTTP/1.1 " + status + " ")
                .contains("Content-Type: application/json", "Date: ", "X-RateLimit-Limit: ", "X-RateLimit-Remaining: ")
                .contains("{\"error\":{\"code\":\"")
                .doesNotContain("Jetty", "jetty", "Exception", "at org.", "Retry-After");
    }
}
