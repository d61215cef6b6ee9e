/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import com.cliqtel.camel.simulator.account.Message;
import com.cliqtel.camel.simulator.account.Status;
import com.cliqtel.camel.simulator.junit5.CliqtelSimulator;
import com.cliqtel.camel.simulator.webhook.WebhookDelivery;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static com.cliqtel.camel.simulator.junit5.CliqtelSimulator.Time.MANUAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What the page asks the simulator for, and who else may. */
class SiteTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();

    @CliqtelSimulator(time = MANUAL, key = "a-key-nobody-should-see")
    private Simulator cliqtel;

    @Test
    void showsTheAccountWithoutItsKey() throws Exception {
        HttpResponse<String> answer = get("/simulator/account");

        assertThat(answer.body()).doesNotContain("a-key-nobody-should-see");
        JsonNode account = JSON.readTree(answer.body());
        assertThat(account.path("key").textValue()).isEqualTo("a-ke…ee");
        assertThat(account.path("baseUrl").textValue())
                .isEqualTo(cliqtel.baseUrl().toString());
        assertThat(account.path("balance").textValue()).isEqualTo("100.00");
        assertThat(account.path("numbers")).hasSize(2);
        assertThat(account.path("limits").path("remaining").intValue()).isEqualTo(60);
        assertThat(account.path("reach").textValue()).contains("loopback");
    }

    @Test
    void groupsMessagesByTheOtherParty() throws Exception {
        send("+31612345678", "one");
        send("+31687654321", "two");
        cliqtel.receive("+31612345678", "+16625163513", "three");

        JsonNode conversations = json("/simulator/conversations").path("conversations");

        assertThat(conversations.findValuesAsText("phone"))
                .containsExactly("+31612345678", "+31612345678", "+31687654321", "+31687654321");
        assertThat(conversations.get(0).path("messages").intValue()).isEqualTo(2);
        assertThat(conversations.get(0).path("last").path("body").textValue()).isEqualTo("three");
        JsonNode messages = json("/simulator/messages?phone=%2B31612345678");
        assertThat(messages.path("messages").findValuesAsText("body")).containsExactly("three", "one");
        assertThat(messages.path("next").isNull()).isTrue();
        assertThat(json("/simulator/conversations?search=TWO").path("conversations"))
                .hasSize(1);
    }

    @Test
    void givesLongListsInParts() throws Exception {
        List<String> seen = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            cliqtel.receive("+3161234567" + i, "+16625163513", "text " + i);
        }

        String next = "";
        while (next != null) {
            JsonNode part = json("/simulator/conversations?limit=3" + next);
            part.path("conversations")
                    .forEach(one -> seen.add(one.path("last").path("body").textValue()));
            next = part.path("next").isNull()
                    ? null
                    : "&before=" + part.path("next").longValue();
        }

        assertThat(seen).containsExactly("text 6", "text 5", "text 4", "text 3", "text 2", "text 1", "text 0");
        JsonNode two = json("/simulator/messages?limit=2&before=45");
        assertThat(two.path("messages").findValuesAsText("body")).containsExactly("text 2", "text 1");
        assertThat(two.path("next").longValue()).isEqualTo(43);
    }

    @Test
    void answersFromAPhone() throws Exception {
        HttpResponse<String> answer =
                post("/simulator/messages", "{\"from\":\"BANK\",\"to\":\"+16625163513\",\"body\":\"Hello\"}");

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(cliqtel.messages()).extracting(Message::from).containsExactly("BANK");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"from":"BANK","to":"+31600000000","body":"Hello"} | account's numbers
            {"from":"","to":"+16625163513","body":"Hello"} | 1 to 64
            {"from":"BANK","to":"+16625163513","body":""} | 1 to 1600
            {"from":"BANK","to":"+16625163513"} | 1 to 1600
            [] | 1 to 64
            nonsense | JSON""")
    void saysWhatIsWrongWithAnAnswer(String body, String why) throws Exception {
        HttpResponse<String> answer = post("/simulator/messages", body);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains(why);
        assertThat(cliqtel.messages()).isEmpty();
    }

    @Test
    void deliversAndFailsByHand() throws Exception {
        send("+31612345678", "one");
        send("+31612345678", "two");

        assertThat(JSON.readTree(post("/simulator/messages/42/deliver", "").body())
                        .path("status")
                        .textValue())
                .isEqualTo("delivered");
        post("/simulator/messages/43/fail", "");

        assertThat(cliqtel.messages()).extracting(Message::status).containsExactly(Status.DELIVERED, Status.FAILED);
        assertThat(post("/simulator/messages/99/fail", "").statusCode()).isEqualTo(404);
    }

    @Test
    void showsCallsWithTheirBodiesAndTheirKeysMasked() throws Exception {
        send("+31612345678", "a-key-nobody-should-see");

        HttpResponse<String> list = get("/simulator/calls");
        HttpResponse<String> whole = get("/simulator/calls/1");

        JsonNode call = JSON.readTree(list.body()).path("calls").get(0);
        assertThat(call.path("path").textValue()).isEqualTo("/api/v1/sms/messages");
        assertThat(call.path("status").intValue()).isEqualTo(201);
        assertThat(call.path("remaining").intValue()).isEqualTo(59);
        assertThat(call.path("millis").doubleValue()).isPositive();
        assertThat(list.body() + whole.body()).doesNotContain("a-key-nobody-should-see");
        assertThat(whole.body()).contains("Bearer a-ke…ee", "\\\"id\\\":42");
        assertThat(get("/simulator/calls/2").statusCode()).isEqualTo(404);
    }

    @Test
    void masksAKeyThatIsNotEvenTheAccounts() throws Exception {
        http.send(
                HttpRequest.newBuilder(cliqtel.baseUrl().resolve("sms/numbers"))
                        .header("Authorization", "Bearer somebody-s-live-key")
                        .build(),
                BodyHandlers.ofString());

        assertThat(get("/simulator/calls/1").body()).contains("401").doesNotContain("somebody-s-live-key");
    }

    @Test
    void sendsWebhooksAgainAndForgesThem() throws Exception {
        try (WebhookReceiver app = new WebhookReceiver()) {
            send("+31612345678", "one", app.url());
            cliqtel.deliver(42);
            cliqtel.awaitQuiet(Duration.ofSeconds(20));

            assertThat(post("/simulator/webhooks/1/resend", "").statusCode()).isEqualTo(202);
            cliqtel.awaitQuiet(Duration.ofSeconds(20));
            assertThat(post("/simulator/webhooks/1/forge", "").statusCode()).isEqualTo(202);
            cliqtel.awaitQuiet(Duration.ofSeconds(20));

            assertThat(cliqtel.webhooks()).extracting(WebhookDelivery::number).containsExactly(1L, 2L, 3L);
            assertThat(cliqtel.webhooks()).extracting(WebhookDelivery::attempt).containsExactly(1, 2, 1);
            JsonNode webhooks = json("/simulator/webhooks").path("webhooks");
            assertThat(webhooks.get(0).path("forgery").textValue()).isEqualTo("other content");
            assertThat(webhooks.get(2).path("status").textValue()).isEqualTo("delivered");
            assertThat(json("/simulator/webhooks/1").path("signature").textValue())
                    .isEqualTo(cliqtel.webhooks().get(0).signature());
        }
    }

    @Test
    void switchesFaultsOnAndOff() throws Exception {
        put("/simulator/faults/storm", "{\"on\":true}");
        assertThat(send("+31612345678", "one").statusCode()).isEqualTo(429);
        assertThat(json("/simulator/faults").path("switches").get(0).path("on").booleanValue())
                .isTrue();

        put("/simulator/faults/storm", "{\"on\":false}");
        assertThat(send("+31612345678", "one").statusCode()).isEqualTo(201);
        assertThat(put("/simulator/faults/none", "{\"on\":true}").statusCode()).isEqualTo(404);
        assertThat(put("/simulator/faults/storm", "{\"on\":1}").statusCode()).isEqualTo(422);
    }

    @Test
    void forgetsEverythingWhenAsked() throws Exception {
        send("+31612345678", "one");

        assertThat(post("/simulator/reset", "").statusCode()).isEqualTo(204);

        assertThat(cliqtel.messages()).isEmpty();
        assertThat(json("/simulator/calls").path("calls")).isEmpty();
    }

    @Test
    void usesNothingOfTheLimitsAndIsInNoLog() throws Exception {
        get("/simulator/account");
        get("/");

        assertThat(json("/simulator/account").path("limits").path("remaining").intValue())
                .isEqualTo(60);
        assertThat(cliqtel.calls()).isEmpty();
    }

    @Test
    void sendsEventsToAReader() throws Exception {
        try (EventStreamClient events = EventStreamClient.of(http, uri("/simulator/events"), null)) {
            send("+31612345678", "one");
            cliqtel.deliver(42);
            post("/simulator/messages", "{\"from\":\"+31612345678\",\"to\":\"+16625163513\",\"body\":\"two\"}");
            put("/simulator/faults/slow", "{\"on\":true}");

            await().untilAsserted(() -> assertThat(events.text())
                    .contains("event: message\ndata: {\"id\":42", "\"status\":\"delivered\"", "\"body\":\"two\"")
                    .contains("event: call\ndata: {\"n\":1", "event: faults", "event: account")
                    .doesNotContain("a-key-nobody-should-see"));

            cliqtel.reset();
            await().untilAsserted(() -> assertThat(events.text()).contains("event: reset"));
        }
    }

    @Test
    void sendsMissedEventsOrAResetToAReturningReader() throws Exception {
        try (EventStreamClient staying = EventStreamClient.of(http, uri("/simulator/events"), null)) {
            cliqtel.receive("+31612345678", "+16625163513", "one");
            await().until(() -> staying.text().matches("(?s).*\"one\".*id: \\d+\n.*"));
            String seen = staying.text().replaceAll("(?s).*id: (\\d+)\n.*", "$1");
            cliqtel.receive("+31612345678", "+16625163513", "two");
            await().until(() -> staying.text().contains("two"));

            try (EventStreamClient back = EventStreamClient.of(http, uri("/simulator/events"), seen);
                    EventStreamClient stranger = EventStreamClient.of(http, uri("/simulator/events"), "77")) {
                await().until(() -> back.text().contains("two"));
                assertThat(back.text()).doesNotContain("\"one\"");
                await().until(() -> stranger.text().contains("event: reset"));
            }
        }
    }

    @Test
    void forgetsAReaderThatLeft() throws Exception {
        EventStreamClient events = EventStreamClient.of(http, uri("/simulator/events"), null);
        await().until(() -> events.text().contains(":"));
        int with = cliqtel.openConnections();
        events.close();

        await().until(() -> {
            cliqtel.receive("+31612345678", "+16625163513", "one");
            return cliqtel.openConnections() < with;
        });
    }

    @ParameterizedTest
    @CsvSource({
        "Origin, https://evil.example, 403",
        "Origin, null, 403",
        "Sec-Fetch-Site, cross-site, 403",
        "Sec-Fetch-Site, same-site, 403",
        "Sec-Fetch-Site, same-origin, 201",
        "X-Anything, else, 201"
    })
    void isClosedToOtherPagesOfTheBrowser(String header, String value, int status) throws Exception {
        String head = "POST /simulator/messages HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n";
        String body = "{\"from\":\"BANK\",\"to\":\"+16625163513\",\"body\":\"Hello\"}";

        String answer = raw(head + header + ": " + value + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);

        assertThat(answer).startsWith("HTTP/1.1 " + status);
        assertThat(cliqtel.messages()).hasSize(status == 201 ? 1 : 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "evil.example:80", "127.0.0.1.evil.example", ""})
    void refusesAForeignHostName(String name) throws Exception {
        String answer = raw("GET /simulator/account HTTP/1.1\r\nHost: " + name + "\r\n\r\n");

        assertThat(answer).matches("(?s)HTTP/1.1 (400|403) .*").doesNotContain("balance");
    }

    @Test
    void refusesChangesFromForms() throws Exception {
        HttpRequest form = HttpRequest.newBuilder(uri("/simulator/reset"))
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString("{}"))
                .build();

        assertThat(http.send(form, BodyHandlers.ofString()).statusCode()).isEqualTo(415);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/simulator/page/..%2f..%2fSimulator.class",
                "/simulator/page/none.js",
                "/simulator/page/index.htm",
                "/simulator",
                "/simulator/"
            })
    void hasNoFilesButThoseOfThePage(String path) throws Exception {
        assertThat(get(path).statusCode()).isIn(400, 404);
    }

    @Test
    void letsOnlyItsOwnScriptsRun() throws Exception {
        assertThat(get("/simulator/account").headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy ->
                        assertThat(policy).contains("default-src 'none'").doesNotContain("unsafe"));
    }

    private HttpResponse<String> send(String to, String text) throws Exception {
        return send(to, text, null);
    }

    private HttpResponse<String> send(String to, String text, String callback) throws Exception {
        String url = callback == null ? "" : ",\"status_callback_url\":\"" + callback + "\"";
        return http.send(
                HttpRequest.newBuilder(URI.create(cliqtel.baseUrl() + "/messages"))
                        .header("Authorization", "Bearer " + cliqtel.apiKey())
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{\"from\":\"+16625163513\",\"to\":\"" + to + "\",\"body\":\""
                                + text + "\"" + url + "}"))
                        .build(),
                BodyHandlers.ofString());
    }

    private JsonNode json(String path) throws Exception {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private HttpResponse<String> get(String path) throws Exception {
        return http.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String body) throws Exception {
        return change("POST", path, body);
    }

    private HttpResponse<String> put(String path, String body) throws Exception {
        return change("PUT", path, body);
    }

    private HttpResponse<String> change(String method, String path, String body) throws Exception {
        return http.send(
                HttpRequest.newBuilder(uri(path))
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", cliqtel.port())) {
            socket.setSoTimeout(20_000);
            String closing = request.replaceFirst("\r\n", "\r\nConnection: close\r\n");
            socket.getOutputStream().write(closing.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + cliqtel.port() + path);
    }
}
