/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import com.cliqtel.camel.simulator.WebhookReceiver.Received;
import com.cliqtel.camel.simulator.junit5.Cliqtel;
import com.cliqtel.camel.simulator.junit5.CliqtelSimulator;
import com.cliqtel.camel.simulator.webhook.SignedForm;
import com.cliqtel.camel.simulator.webhook.WebhookDelivery;
import com.cliqtel.camel.simulator.webhook.WebhookDelivery.Answered;
import com.cliqtel.camel.simulator.webhook.WebhookDelivery.Failed;
import com.cliqtel.camel.simulator.webhook.WebhookSettings;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static com.cliqtel.camel.simulator.junit5.CliqtelSimulator.Limits.NONE;
import static com.cliqtel.camel.simulator.junit5.CliqtelSimulator.Time.MANUAL;
import static com.cliqtel.camel.simulator.junit5.CliqtelSimulator.Time.SCALED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

class WebhookTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Cliqtel account;
    private final Simulator cliqtel;
    private final ApiClient client;

    WebhookTest(@CliqtelSimulator(time = MANUAL, limits = NONE, account = Particular.class) Cliqtel account) {
        this.account = account;
        this.cliqtel = account.simulator();
        this.client = new ApiClient(cliqtel);
    }

    static final class Particular implements Consumer<SimulatorBuilder> {

        @Override
        public void accept(SimulatorBuilder account) {
            account.webhookSecret("whsec_ünïcödé")
                    .webhookTimeout(Duration.ofSeconds(5))
                    .pricePerSegment(new BigDecimal("0.000001"))
                    .fails("+15550001111")
                    .fails(to -> to.startsWith("+999"));
        }
    }

    @Test
    void reportsEachChangeInOrder() throws Exception {
        try (WebhookReceiver app = new WebhookReceiver()) {
            send("+31612345678", app.url());
            assertThat(statuses(app)).isEmpty();

            account.when().timePasses(Duration.ofMillis(1499));
            assertThat(statuses(app)).isEmpty();
            account.when().timePasses(Duration.ofMillis(1));
            assertThat(statuses(app)).containsExactly("sent");
            account.when().timePasses(Duration.ofMillis(1500));
            assertThat(statuses(app)).containsExactly("sent", "delivered");
            account.when().timePasses(Duration.ofDays(1));
            assertThat(statuses(app)).containsExactly("sent", "delivered");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"+15550001111", "+9991234567"})
    void reportsThatAMessageFailed(String to) throws Exception {
        try (WebhookReceiver app = new WebhookReceiver()) {
            send(to, app.url());
            account.when().timePasses(Duration.ofSeconds(3));

            assertThat(statuses(app)).containsExactly("sent", "failed");
        }
    }

    @Test
    void reportsForcedChangesOnceAndTimeDoesNotUndoThem() throws Exception {
        try (WebhookReceiver app = new WebhookReceiver()) {
            send("+31612345678", app.url());

            cliqtel.deliver(42);
            cliqtel.deliver(42);
            account.when().timePasses(Duration.ofSeconds(3));
            assertThat(statuses(app)).containsExactly("delivered");

            cliqtel.fail(42);
            assertThat(statuses(app)).containsExactly("delivered", "failed");
        }
    }

    @Test
    void letsTimeNotFailWhatWasDeliveredByForce() throws Exception {
        try (WebhookReceiver app = new WebhookReceiver()) {
            send("+15550001111", app.url());
            cliqtel.deliver(42);
            account.when().timePasses(Duration.ofSeconds(3));

            assertThat(statuses(app)).containsExactly("delivered");
        }
    }

    @Test
    void saysWhenTheStatusChanged() {
        try (WebhookReceiver app = new WebhookReceiver()) {
            send("+31612345678", app.url());
            account.when().timePasses(Duration.ofMinutes(1));

            assertThat(received(app).get(0).text())
                    .contains("\"created_at\":\"2026-04-03T10:15:30+00:00\"")
                    .contains("\"updated_at\":\"2026-04-03T10:15:31+00:00\"")
                    .endsWith("},\"timestamp\":\"2026-04-03T10:15:31+00:00\"}");
        }
    }

    @Test
    void signsTheBytesItSends() throws Exception {
        try (WebhookReceiver app = new WebhookReceiver()) {
            send("+31612345678", app.url());
            account.when().timePasses(Duration.ofSeconds(3));

            assertThat(received(app)).hasSize(2).allSatisfy(webhook -> {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec("whsec_ünïcödé".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
                assertThat(webhook.signature())
                        .isEqualTo(HexFormat.of().formatHex(mac.doFinal(webhook.body())))
                        .isEqualTo(cliqtel.sign(webhook.body()))
                        .matches("[0-9a-f]{64}");
                assertThat(webhook.contentType()).isEqualTo("application/json");
                assertThat(webhook.method()).isEqualTo("POST");
            });
        }
    }

    /** The reference's own sample, which signs not the bytes but the text that JavaScript makes of them. */
    @Test
    void isAcceptedByTheVerifierOfTheReference() throws Exception {
        assumeTrue(nodeRuns(), "node is not installed");
        try (WebhookReceiver app = new WebhookReceiver()) {
            send("+31612345678", app.url());
            cliqtel.receive("Ünï\u2028 \"😀\" \\ / \u001f\u007f", "+16625163513", "x");
            account.when().timePasses(Duration.ofSeconds(3));
            for (Received webhook : received(app)) {
                assertThat(verifyByNode(webhook.text(), webhook.signature())).isEqualTo("true");
                assertThat(verifyByNode(webhook.text(), "0".repeat(64))).isEqualTo("false");
            }
            // of all that the API writes, this is the strangest: texts of strangers
            String list = client.get("/messages").body();
            assertThat(verifyByNode(list, cliqtel.sign(list.getBytes(StandardCharsets.UTF_8))))
                    .isEqualTo("true");
        }
    }

    @Test
    void signsTheOtherFormSoThatTheReferencesSampleAgrees() throws Exception {
        assumeTrue(nodeRuns());
        try (WebhookReceiver app = new WebhookReceiver()) {
            cliqtel.webhookSettings(WebhookSettings.PLAIN.signed(SignedForm.STRINGIFIED));
            send("+31612345678", app.url());
            account.when().timePasses(Duration.ofSeconds(3));
            cliqtel.awaitQuiet(PATIENCE);
            cliqtel.sendWebhook(
                    app.url(), "{\"a/é😀\\\\\":[1.5,-2e-7,1e+21,\"\\\"/\\\\\"],\"b\":null}", SignedForm.STRINGIFIED);

            assertThat(app.received()).hasSize(3);
            for (Received webhook : app.received()) {
                assertThat(verifyByNode(webhook.text(), webhook.signature())).isEqualTo("true");
                assertThat(webhook.signature()).isNotEqualTo(cliqtel.sign(webhook.body()));
            }
        }
    }

    @Test
    void signsWithTheFirstKeyWhereThereIsNoSecret(
            @CliqtelSimulator(key = "a") Cliqtel plain, @CliqtelSimulator Cliqtel secret) {
        plain.given().account(keys -> keys.apiKey("b"));
        secret.given().account(account -> account.webhookSecret("a"));

        assertThat(plain.simulator().webhookSecret()).isEqualTo("a");
        assertThat(plain.simulator().sign(new byte[] {1}))
                .isEqualTo(secret.simulator().sign(new byte[] {1}));
    }

    @Test
    void recordsWhatWasAnswered() {
        try (WebhookReceiver app = new WebhookReceiver(exchange -> exchange.sendResponseHeaders(503, -1))) {
            send("+31612345678", app.url());
            account.when().timePasses(Duration.ofSeconds(3));
            cliqtel.awaitQuiet(PATIENCE);

            assertThat(cliqtel.webhooks()).hasSize(2).allSatisfy(delivery -> {
                assertThat(delivery.outcome()).isEqualTo(new Answered(503));
                assertThat(delivery.isAccepted()).isFalse();
                assertThat(delivery.url()).isEqualTo(app.url());
                assertThat(delivery.messageId()).isEqualTo(42);
                assertThat(delivery.signature())
                        .isEqualTo(cliqtel.sign(delivery.body().getBytes(StandardCharsets.UTF_8)));
                assertThat(delivery.at()).isEqualTo(Instant.parse("2026-04-03T10:15:33Z"));
            });
            // nothing is sent again
            account.when().timePasses(Duration.ofDays(1));
            cliqtel.awaitQuiet(PATIENCE);
            assertThat(app.received()).hasSize(2);
        }
    }

    @Test
    void followsNoRedirect() {
        try (WebhookReceiver elsewhere = new WebhookReceiver();
                WebhookReceiver app = new WebhookReceiver(exchange -> {
                    exchange.getResponseHeaders().set("Location", elsewhere.url());
                    exchange.sendResponseHeaders(307, -1);
                })) {
            send("+31612345678", app.url());
            cliqtel.deliver(42);
            cliqtel.awaitQuiet(PATIENCE);

            assertThat(cliqtel.webhooks()).extracting(WebhookDelivery::outcome).containsExactly(new Answered(307));
            assertThat(elsewhere.received()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:1/", "http://127.0.0.1:99999/", "http://nobody.invalid/", "http://[::1"})
    void recordsAWebhookWithoutAnAnswer(String url) {
        if (client.send(body("+31612345678", url)).statusCode() == 201) {
            account.when().timePasses(Duration.ofSeconds(3));
            cliqtel.awaitQuiet(PATIENCE);

            assertThat(cliqtel.webhooks()).hasSize(2).allSatisfy(delivery -> {
                assertThat(delivery.outcome()).isInstanceOf(Failed.class);
                assertThat(delivery.isAccepted()).isFalse();
            });
        } else {
            assertThat(cliqtel.messages()).isEmpty();
        }
    }

    @Test
    void endsInTimeThoughTheAnswerNeverDoes(@CliqtelSimulator(account = Impatient.class) Simulator impatient) {
        CountDownLatch end = new CountDownLatch(1);
        try (WebhookReceiver app = new WebhookReceiver(exchange -> {
            // the head of an answer, and then nothing
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().write(1);
            exchange.getResponseBody().flush();
            awaitLatch(end);
        })) {
            new ApiClient(impatient).send(body("+31612345678", app.url()));
            impatient.deliver(42);
            impatient.awaitQuiet(PATIENCE);

            assertThat(impatient.webhooks()).singleElement().satisfies(delivery -> assertThat(delivery.outcome())
                    .isEqualTo(new Failed("no answer within 200 ms")));
            end.countDown();
        }
    }

    static final class Impatient implements Consumer<SimulatorBuilder> {

        @Override
        public void accept(SimulatorBuilder account) {
            account.webhookTimeout(Duration.ofMillis(200));
        }
    }

    @Test
    void neverKeepsCallersWaitingForAReceiver() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        try (WebhookReceiver app = new WebhookReceiver(exchange -> {
            awaitLatch(end);
            exchange.sendResponseHeaders(200, -1);
        })) {
            IntStream.range(0, 50).forEach(n -> send("+31612345678", app.url()));
            account.when().timePasses(Duration.ofSeconds(3));

            assertThat(client.get("/messages?status=delivered&per_page=1").body())
                    .contains("\"total\":50");
            assertThatThrownBy(() -> cliqtel.awaitQuiet(Duration.ofMillis(50)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("100 webhooks");
            end.countDown();

            assertThat(statuses(app)).hasSize(100);
            // of each message, "sent" came first
            for (long id = 42; id < 92; id++) {
                long message = id;
                assertThat(app.received())
                        .filteredOn(webhook -> webhook.text().contains("\"id\":" + message + ","))
                        .extracting(WebhookTest::status)
                        .containsExactly("sent", "delivered");
            }
        }
    }

    @Test
    void reportsByItselfInRealTime(
            @CliqtelSimulator(time = SCALED, factor = 100, deliveryTime = "PT10S") Simulator quick) {
        try (WebhookReceiver app = new WebhookReceiver()) {
            new ApiClient(quick).send(body("+31612345678", app.url()));

            await().atMost(PATIENCE).until(() -> app.received().size() == 2);
            assertThat(app.received()).extracting(WebhookTest::status).containsExactly("sent", "delivered");
        }
    }

    private void send(String to, String url) {
        assertThat(client.send(body(to, url)).statusCode()).isEqualTo(201);
    }

    private static String body(String to, String url) {
        return "{\"from_number_id\":11,\"to\":\"" + to + "\",\"body\":\"Grüße 😀\",\"status_callback_url\":\"" + url
                + "\"}";
    }

    private List<Received> received(WebhookReceiver app) {
        cliqtel.awaitQuiet(PATIENCE);
        return app.received();
    }

    private List<String> statuses(WebhookReceiver app) throws IOException {
        return received(app).stream().map(WebhookTest::status).toList();
    }

    private static String status(Received webhook) {
        try {
            return new ObjectMapper()
                    .readTree(webhook.body())
                    .at("/data/status")
                    .asText();
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static void awaitLatch(CountDownLatch latch) {
        try {
            latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean nodeRuns() throws InterruptedException {
        try {
            return new ProcessBuilder("node", "--version").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static String verifyByNode(String body, String signature) throws IOException {
        String program = """
                const crypto = require('crypto');
                const payload = JSON.parse(require('fs').readFileSync(0, 'utf8'));
                const expected = crypto.createHmac('sha256', process.argv[1])
                    .update(JSON.stringify(payload)).digest('hex');
                process.stdout.write(String(
                    crypto.timingSafeEqual(Buffer.from(process.argv[2]), Buffer.from(expected))));
                """;
        Process node = new ProcessBuilder("node", "-e", program, "whsec_ünïcödé", signature).start();
        node.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
        node.getOutputStream().close();
        return new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                + new String(node.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
