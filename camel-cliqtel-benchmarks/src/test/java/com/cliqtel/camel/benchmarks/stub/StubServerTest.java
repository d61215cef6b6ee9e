/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.benchmarks.stub;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class StubServerTest {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static StubProcess stub;
    private static String messages;

    @BeforeAll
    static void start() {
        stub = StubProcess.start();
        messages = "http://127.0.0.1:" + stub.jvmArgument().replaceAll(".*=", "") + "/api/v1/sms/messages";
    }

    @AfterAll
    static void stop() {
        stub.close();
    }

    @Test
    void eachSendCreatesAMessage() throws Exception {
        assertThat(post("one").at("/data/id").asLong())
                .isPositive()
                .isNotEqualTo(post("two").at("/data/id").asLong());
    }

    @Test
    void readsAChunkedRequestToItsEnd() throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(messages));
        byte[] body = "{\"to\":\"+1\",\"body\":\"chunked\"}".getBytes();
        HttpRequest.BodyPublisher chunks =
                HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body));

        assertThat(json(request.POST(chunks)).at("/data/status").asText()).isEqualTo("queued");
        assertThat(post("the next on the connection").at("/data/status").asText())
                .isEqualTo("queued");
    }

    @Test
    void theAnswerToASendShowsItsRecipientAndText() throws Exception {
        JsonNode sent = post("Order 7 has shipped");
        assertThat(sent.at("/data/to").asText()).isEqualTo("+31612345678");
        assertThat(sent.at("/data/body").asText()).isEqualTo("Order 7 has shipped");
    }

    @Test
    void pagesAMillionMessagesByAHundred() throws Exception {
        JsonNode last = json(HttpRequest.newBuilder(URI.create(messages + "?per_page=100&page=10000")));

        assertThat(last.at("/meta/total_pages").asInt()).isEqualTo(10_000);
        assertThat(last.at("/data").size()).isEqualTo(100);
        assertThat(last.at("/data/99/id").asLong()).isEqualTo(1_000_999_999L);
    }

    @Test
    void answersHaveQuotaHeaders() throws Exception {
        HttpResponse<String> answer = HTTP.send(
                HttpRequest.newBuilder(URI.create(messages + "?page=1&per_page=100"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());

        assertThat(answer.headers().firstValue("X-RateLimit-Limit")).contains("60");
        assertThat(answer.headers().firstValue("X-RateLimit-Remaining")).contains("59");
        assertThat(answer.headers().firstValue("Date")).isPresent();
    }

    private static JsonNode post(String text) throws Exception {
        return json(HttpRequest.newBuilder(URI.create(messages))
                .POST(HttpRequest.BodyPublishers.ofString("{\"body\":\"" + text + "\",\"to\":\"+31612345678\"}")));
    }

    private static JsonNode json(HttpRequest.Builder request) throws Exception {
        return new ObjectMapper()
                .readTree(HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString())
                        .body());
    }
}
