/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.openapi;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

import com.cliqtel.camel.simulator.Simulator;
import com.cliqtel.camel.simulator.junit5.Cliqtel;
import com.cliqtel.camel.simulator.junit5.CliqtelSimulator;
import com.cliqtel.camel.simulator.openapi.Contract.Sent;
import com.cliqtel.camel.simulator.webhook.WebhookDelivery;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.Test;

import static com.cliqtel.camel.simulator.junit5.CliqtelSimulator.Time.MANUAL;
import static org.assertj.core.api.Assertions.assertThat;

/** A conversation with the simulator about everything the document has: neither says what the other doesn't. */
class ContractTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String KEY = "Bearer sim_test_key";
    private static final String SEND = "{\"from\":\"+16625163513\",\"to\":\"+31612345678\",\"body\":\"Hello!\"}";
    private static final String SEND_BY_ID = "{\"from_number_id\":11,\"to\":\"%s\",\"body\":\"Hello!\"}";

    private final Contract contract = new Contract();
    private final Cliqtel account;
    private final Simulator cliqtel;

    ContractTest(@CliqtelSimulator(time = MANUAL) Cliqtel account) {
        this.account = account;
        this.cliqtel = account.simulator();
    }

    @Test
    void holdsForEverythingItSays() throws Exception {
        account.given().phoneFails("+15550002222").account(carrier -> carrier.carrierRejects("+15550001111"));

        sends();
        reads();
        refusesWithoutAKey();
        reports();
        refusesThePoor();
        refusesTheHasty();

        assertThat(contract.met()).containsAll(contract.parts());
    }

    private void sends() throws Exception {
        assertThat(post(KEY, SEND)).isEqualTo(201);
        assertThat(post(KEY, SEND_BY_ID.formatted("+31612345678"))).isEqualTo(201);
        assertThat(post(KEY, SEND_BY_ID.formatted("+15550002222"))).isEqualTo(201);
        assertThat(post(KEY, SEND_BY_ID.formatted("+15550001111"))).isEqualTo(500);
        assertThat(post(KEY, SEND.replace("+1662", "+1663"))).isEqualTo(422);
        assertThat(post(KEY, "{}")).isEqualTo(422);
    }

    private void reads() throws Exception {
        account.when().timePasses(Duration.ofSeconds(5));
        cliqtel.receive("+31612345678", "+16625163513", "Hi");
        assertThat(get(KEY, "/messages", null)).isEqualTo(200);
        assertThat(get(KEY, "/messages", "direction=inbound&number_id=11&page=1&per_page=100"))
                .isEqualTo(200);
        assertThat(get(KEY, "/messages", "status=failed&from=%2B16625163513&to=%2B15550002222"))
                .isEqualTo(200);
        assertThat(get(KEY, "/messages", "since=2026-04-03T10:15:29%2B00:00")).isEqualTo(200);
        assertThat(get(KEY, "/messages", "page=9&per_page=1")).isEqualTo(200);
        assertThat(get(KEY, "/messages", "per_page=101")).isEqualTo(422);
        assertThat(get(KEY, "/messages/42", null)).isEqualTo(200);
        assertThat(get(KEY, "/messages/41", null)).isEqualTo(404);
        assertThat(get(KEY, "/numbers", null)).isEqualTo(200);
    }

    private void refusesWithoutAKey() throws Exception {
        assertThat(post("Bearer wrong", SEND)).isEqualTo(401);
        assertThat(get("Bearer wrong", "/messages", null)).isEqualTo(401);
        assertThat(get("Bearer wrong", "/messages/42", null)).isEqualTo(401);
        assertThat(get("Bearer wrong", "/numbers", null)).isEqualTo(401);
    }

    private void refusesThePoor() throws Exception {
        cliqtel.reopen(poor -> poor.balance(BigDecimal.ZERO));

        assertThat(post(KEY, SEND)).isEqualTo(402);
        assertThat(post(KEY, " ".repeat(1 << 20) + SEND)).isEqualTo(413);
    }

    private void refusesTheHasty() throws Exception {
        cliqtel.reopen(hasty -> hasty.requestsPerMinute(1));

        assertThat(get(KEY, "/numbers", null)).isEqualTo(200);
        assertThat(get(KEY, "/numbers", null)).isEqualTo(429);
        assertThat(get(KEY, "/messages", null)).isEqualTo(429);
        assertThat(get(KEY, "/messages/42", null)).isEqualTo(429);
        assertThat(post(KEY, SEND)).isEqualTo(429);
    }

    private void reports() throws Exception {
        HttpServer app = receiver();
        String url = "http://127.0.0.1:" + app.getAddress().getPort() + "/webhooks/sms";
        for (String to : new String[] {"+31612345678", "+15550002222"}) {
            String send =
                    SEND.replace("+31612345678", to).replace("\"}", "\",\"status_callback_url\":\"" + url + "\"}");
            assertThat(post(KEY, send)).isEqualTo(201);
        }
        account.when().timePasses(Duration.ofSeconds(5));
        cliqtel.awaitQuiet(Duration.ofSeconds(20));
        app.stop(0);

        assertThat(cliqtel.webhooks()).hasSize(4).allSatisfy(this::isAsDeclared);
    }

    private void isAsDeclared(WebhookDelivery sent) {
        assertThat(contract.errors(sent.signature(), sent.body())).isEmpty();
    }

    private static HttpServer receiver() throws IOException {
        HttpServer app = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        app.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        app.start();
        return app;
    }

    private int post(String authorization, String body) throws Exception {
        return exchange(authorization, new Sent("POST", "/messages", null, body));
    }

    private int get(String authorization, String path, String query) throws Exception {
        return exchange(authorization, new Sent("GET", path, query, ""));
    }

    private int exchange(String authorization, Sent sent) throws Exception {
        String query = sent.query() == null ? "" : "?" + sent.query();
        HttpRequest request = HttpRequest.newBuilder(URI.create(cliqtel.baseUrl() + sent.path() + query))
                .header("Authorization", authorization)
                .header("Content-Type", "application/json")
                .method(sent.method(), BodyPublishers.ofString(sent.body()))
                .build();
        HttpResponse<String> answer = HTTP.send(request, BodyHandlers.ofString());
        assertThat(contract.operation(sent)).isPresent();
        assertThat(contract.errors(sent, answer)).isEmpty();
        return answer.statusCode();
    }
}
