/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import com.cliqtel.camel.simulator.WebhookReceiver.Received;
import com.cliqtel.camel.simulator.junit5.Cliqtel;
import com.cliqtel.camel.simulator.junit5.CliqtelSimulator;
import com.cliqtel.camel.simulator.webhook.Forgery;
import com.cliqtel.camel.simulator.webhook.SignedForm;
import com.cliqtel.camel.simulator.webhook.WebhookDelivery;
import com.cliqtel.camel.simulator.webhook.WebhookDelivery.Answered;
import com.cliqtel.camel.simulator.webhook.WebhookSettings;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

import static com.cliqtel.camel.simulator.junit5.CliqtelSimulator.Limits.NONE;
import static com.cliqtel.camel.simulator.junit5.CliqtelSimulator.Time.MANUAL;
import static org.assertj.core.api.Assertions.assertThat;

/** What a receiver of webhooks sees of each manner, over HTTP. */
class WebhookSettingsHttpTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Cliqtel account;
    private final Simulator cliqtel;

    WebhookSettingsHttpTest(@CliqtelSimulator(time = MANUAL, limits = NONE) Cliqtel account) {
        this.account = account;
        this.cliqtel = account.simulator();
    }

    private void send(WebhookReceiver app, int messages) {
        for (int i = 0; i < messages; i++) {
            assertThat(new ApiClient(cliqtel).send("""
                    {"from":"+16625163513","to":"+31612345678","body":"n","status_callback_url":"%s"}""".formatted(app.url())).statusCode())
                    .isEqualTo(201);
        }
    }

    /** In steps, so that each webhook has ended before the next is due: what is seen is the order they were sent in. */
    private void pass(int seconds) {
        for (int i = 0; i < seconds; i++) {
            account.when().timePasses(Duration.ofSeconds(1));
            cliqtel.awaitQuiet(PATIENCE);
        }
    }

    private static List<String> statuses(WebhookReceiver app, long id) {
        return app.received().stream()
                .filter(hook -> hook.text().contains("\"id\":" + id + ","))
                .map(hook -> hook.text().replaceFirst(".*\"status\":\"([a-z]+)\".*", "$1"))
                .toList();
    }

    private int overtaken(WebhookReceiver app) {
        send(app, 20);
        pass(70);
        int overtaken = 0;
        for (long id = 42; id < 62; id++) {
            assertThat(statuses(app, id)).contains("sent", "delivered");
            overtaken +=
                    statuses(app, id).indexOf("delivered") < statuses(app, id).lastIndexOf("sent") ? 1 : 0;
        }
        return overtaken;
    }

    @Test
    void laterStatusesOvertakeEarlierOnesOnRequest() {
        account.given().webhooks(WebhookSettings.PLAIN.late(MINUTE).inAnyOrder());
        try (WebhookReceiver app = new WebhookReceiver()) {
            assertThat(overtaken(app)).isBetween(4, 16);
        }
    }

    @Test
    void noStatusOvertakesAnotherHoweverLateAndOftenTheyAre() {
        account.given().webhooks(WebhookSettings.PLAIN.late(MINUTE).copies(3));
        try (WebhookReceiver app = new WebhookReceiver()) {
            assertThat(overtaken(app)).isZero();
        }
    }

    @Test
    void noStatusOvertakesAnotherWhereAllOfThemFallDueAtOnce() {
        account.given().webhooks(WebhookSettings.PLAIN.late(MINUTE).copies(3));
        try (WebhookReceiver app = new WebhookReceiver()) {
            send(app, 20);
            account.when().timePasses(Duration.ofMinutes(2));
            cliqtel.awaitQuiet(PATIENCE);
            for (long id = 42; id < 62; id++) {
                assertThat(statuses(app, id))
                        .contains("sent", "delivered")
                        .isSortedAccordingTo((a, b) -> b.compareTo(a));
            }
        }
    }

    @Test
    void opensAtMostTheConfiguredNumberOfConnections() throws Exception {
        AtomicInteger underWay = new AtomicInteger();
        List<Integer> seen = Collections.synchronizedList(new ArrayList<>());
        Phaser all = new Phaser(16);
        try (WebhookReceiver app = new WebhookReceiver(exchange -> {
            seen.add(underWay.incrementAndGet());
            try {
                all.awaitAdvanceInterruptibly(all.arrive(), 20, TimeUnit.SECONDS);
            } catch (Exception e) {
                throw new IOException(e);
            }
            underWay.decrementAndGet();
            exchange.sendResponseHeaders(200, -1);
        })) {
            cliqtel.webhookSettings(WebhookSettings.PLAIN.connections(16));
            // 32 reports of 16 messages: without 16 at once nobody gets by
            send(app, 16);
            account.when().timePasses(Duration.ofSeconds(3));
            cliqtel.awaitQuiet(PATIENCE);
            assertThat(cliqtel.webhooks()).hasSize(32).allMatch(WebhookDelivery::isAccepted);
            assertThat(seen).allMatch(count -> count <= 16);
        }
    }

    @Test
    void waitsForTheReceiversRetryAfter() {
        account.given().webhooks(WebhookSettings.PLAIN.repeats(MINUTE, Duration.ofMinutes(2)));
        try (WebhookReceiver app = new WebhookReceiver(exchange -> {
            exchange.getResponseHeaders().set("Retry-After", "90");
            exchange.sendResponseHeaders(503, -1);
        })) {
            send(app, 1);
            cliqtel.deliver(42);
            cliqtel.awaitQuiet(PATIENCE);
            pass(89);
            assertThat(app.received()).hasSize(1);
            pass(1);
            assertThat(app.received()).hasSize(2);
            // and longer, where that is longer
            pass(119);
            assertThat(app.received()).hasSize(2);
            pass(1);
            assertThat(cliqtel.webhooks())
                    .extracting(WebhookDelivery::outcome)
                    .containsExactly(
                            new Answered(503, Duration.ofSeconds(90)),
                            new Answered(503, Duration.ofSeconds(90)),
                            new Answered(503, Duration.ofSeconds(90)));
        }
    }

    @Test
    void repeatsUnansweredButNotRefusedWebhooks() {
        account.given().webhooks(WebhookSettings.PLAIN.repeats(MINUTE));
        try (WebhookReceiver app = new WebhookReceiver(exchange -> exchange.sendResponseHeaders(403, -1))) {
            send(app, 1);
            cliqtel.deliver(42);
            cliqtel.awaitQuiet(PATIENCE);
            pass(61);
            assertThat(app.received()).hasSize(1);
            app.close();
            cliqtel.fail(42);
            cliqtel.awaitQuiet(PATIENCE);
            pass(61);
            assertThat(cliqtel.webhooks()).extracting(WebhookDelivery::attempt).containsExactly(1, 1, 2);
        }
    }

    @Test
    void sendsEachKindOfForgery() {
        account.given().webhooks(WebhookSettings.PLAIN.forged(1));
        try (WebhookReceiver app = new WebhookReceiver()) {
            send(app, 20);
            account.when().timePasses(Duration.ofSeconds(3));
            cliqtel.awaitQuiet(PATIENCE);
            assertThat(cliqtel.webhooks()).hasSize(80);
            assertThat(cliqtel.webhooks()).extracting(WebhookDelivery::forgery).contains(Forgery.values());
            assertThat(app.received().stream().filter(this::isGenuine)).hasSize(40);
            assertThat(app.received().stream().filter(hook -> hook.signature() == null))
                    .isNotEmpty();
        }
    }

    private boolean isGenuine(Received hook) {
        return cliqtel.sign(hook.body()).equals(hook.signature());
    }

    @Test
    void changesItsSettingsUntilAReset() throws Exception {
        try (WebhookReceiver app = new WebhookReceiver()) {
            cliqtel.webhookSettings(WebhookSettings.PLAIN.signed(SignedForm.STRINGIFIED));
            send(app, 1);
            cliqtel.deliver(42);
            cliqtel.awaitQuiet(PATIENCE);
            cliqtel.reset();
            send(app, 1);
            cliqtel.deliver(42);
            cliqtel.awaitQuiet(PATIENCE);
            Received stringified = app.received().get(0);
            assertThat(stringified.text()).contains("\"cost\": 8.0e-3");
            assertThat(new ObjectMapper()
                            .readTree(stringified.body())
                            .at("/data/cost")
                            .decimalValue())
                    .isEqualByComparingTo("0.008");
            assertThat(isGenuine(stringified)).isFalse();
            assertThat(isGenuine(app.received().get(1))).isTrue();
        }
    }

    @Test
    void sendsAnyPastWebhookAgainByteForByte() {
        CountDownLatch second = new CountDownLatch(1);
        account.given().webhooks(WebhookSettings.PLAIN.signed(SignedForm.STRINGIFIED));
        try (WebhookReceiver app =
                new WebhookReceiver(exchange -> exchange.sendResponseHeaders(second.getCount() > 0 ? 500 : 200, -1))) {
            WebhookDelivery first = cliqtel.sendWebhook(app.url(), "{\"event\":\"sms.thought\"}", SignedForm.RAW);
            second.countDown();
            WebhookDelivery again = cliqtel.repeatWebhook(first);
            assertThat(again.attempt()).isEqualTo(2);
            assertThat(again.isAccepted()).isTrue();
            assertThat(app.received()).hasSize(2).allSatisfy(hook -> {
                assertThat(hook.text()).isEqualTo("{\"event\":\"sms.thought\"}");
                assertThat(isGenuine(hook)).isTrue();
            });
        }
    }

    @Test
    void sendsEachKindOfForgeryOnDemand() {
        try (WebhookReceiver app = new WebhookReceiver()) {
            for (Forgery forgery : Forgery.values()) {
                assertThat(cliqtel.forgeWebhook(app.url(), "{\"event\":\"x\"}", forgery)
                                .forgery())
                        .isEqualTo(forgery);
            }
            assertThat(app.received()).hasSize(3).noneMatch(this::isGenuine);
        }
    }
}
