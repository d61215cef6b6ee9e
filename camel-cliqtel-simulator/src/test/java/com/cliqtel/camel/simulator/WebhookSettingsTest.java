/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import com.cliqtel.camel.simulator.WebhookReceiver.Received;
import com.cliqtel.camel.simulator.junit5.Cliqtel;
import com.cliqtel.camel.simulator.junit5.CliqtelSimulator;
import com.cliqtel.camel.simulator.webhook.SignedForm;
import com.cliqtel.camel.simulator.webhook.WebhookDelivery;
import com.cliqtel.camel.simulator.webhook.WebhookDelivery.Origin;
import com.cliqtel.camel.simulator.webhook.WebhookSettings;
import org.junit.jupiter.api.Test;

import static com.cliqtel.camel.simulator.junit5.CliqtelSimulator.Limits.NONE;
import static com.cliqtel.camel.simulator.junit5.CliqtelSimulator.Time.MANUAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** Webhooks that are late, doubled, out of order, forged, repeated, or signed in the other form. */
class WebhookSettingsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Cliqtel account;
    private final Simulator simulator;

    WebhookSettingsTest(@CliqtelSimulator(time = MANUAL, limits = NONE) Cliqtel account) {
        this.account = account;
        this.simulator = account.simulator();
    }

    private void sendAndDeliver(WebhookReceiver app, int messages) throws Exception {
        ApiClient client = new ApiClient(simulator);
        for (int i = 0; i < messages; i++) {
            client.send("""
                    {"from":"+16625163513","to":"+31612345678","body":"n","status_callback_url":"%s"}""".formatted(app.url()));
        }
        account.when().timePasses(Duration.ofSeconds(3));
        simulator.awaitQuiet(PATIENCE);
    }

    @Test
    void repeatsWhatWasAnsweredWith5xxAfterTheWaitsGivenAndNoOftener() throws Exception {
        AtomicInteger failures = new AtomicInteger(2);
        account.given().webhooks(WebhookSettings.PLAIN.repeats(Duration.ofSeconds(5), Duration.ofMinutes(5)));
        try (WebhookReceiver app = new WebhookReceiver(
                exchange -> exchange.sendResponseHeaders(failures.getAndDecrement() > 0 ? 503 : 200, -1))) {
            simulator.deliver(sent(app));
            simulator.awaitQuiet(PATIENCE);
            assertThat(app.received()).hasSize(1);
            account.when().timePasses(Duration.ofSeconds(5));
            simulator.awaitQuiet(PATIENCE);
            assertThat(app.received()).hasSize(2);
            account.when().timePasses(Duration.ofMinutes(5));
            simulator.awaitQuiet(PATIENCE);
            assertThat(simulator.webhooks())
                    .extracting(WebhookDelivery::attempt)
                    .containsExactly(1, 2, 3);
            account.when().timePasses(Duration.ofDays(1));
            simulator.awaitQuiet(PATIENCE);
            assertThat(app.received()).hasSize(3);
            assertThat(app.received())
                    .extracting(Received::text)
                    .containsOnly(app.received().get(0).text());
        }
    }

    private long sent(WebhookReceiver app) throws Exception {
        new ApiClient(simulator).send("""
                {"from":"+16625163513","to":"+31612345678","body":"n","status_callback_url":"%s"}""".formatted(app.url()));
        return simulator.messages().get(simulator.messages().size() - 1).id();
    }

    @Test
    void doublesDelaysAndForgesByItsSeed() throws Exception {
        WebhookSettings manner = WebhookSettings.PLAIN
                .seeded(7)
                .copies(5)
                .late(Duration.ofMinutes(1))
                .inAnyOrder()
                .forged(0.5)
                .connections(16);
        List<Integer> sizes = new java.util.ArrayList<>();
        for (int run = 0; run < 2; run++) {
            simulator.reopen(account -> account.webhooks(manner));
            try (WebhookReceiver app = new WebhookReceiver()) {
                sendAndDeliver(app, 40);
                assertThat(app.received()).hasSizeLessThan(40);
                account.when().timePasses(Duration.ofMinutes(1));
                simulator.awaitQuiet(PATIENCE);
                long forged = simulator.webhooks().stream()
                        .filter(delivery -> delivery.origin() == Origin.FORGER)
                        .count();
                assertThat(forged).isBetween(20L, 60L);
                assertThat(app.received()).hasSizeBetween(180, 400);
                assertThat(app.received().stream()
                                .filter(hook -> simulator.sign(hook.body()).equals(hook.signature()))
                                .count())
                        .isEqualTo(app.received().size() - forged);
                sizes.add(app.received().size());
            }
        }
        assertThat(sizes.get(0)).isEqualTo(sizes.get(1));
    }

    @Test
    void signsWhatJavaScriptWouldWriteAndSendsWhatOtherLanguagesDo() throws Exception {
        account.given().webhooks(WebhookSettings.PLAIN.signed(SignedForm.STRINGIFIED));
        try (WebhookReceiver app = new WebhookReceiver()) {
            String json = "{\"event\":\"x\",\"data\":{\"text\":\"1/2 \\\" \\\\ : , é 😀\"}}";
            simulator.sendWebhook(app.url(), json);
            Received hook = app.received().get(0);
            assertThat(hook.text())
                    .isEqualTo(
                            "{\"event\": \"x\", \"data\": {\"text\": \"1\\/2 \\\" \\\\ : , \\u00e9 \\ud83d\\ude00\"}}");
            assertThat(hook.signature())
                    .isEqualTo(simulator.sign(json.getBytes(StandardCharsets.UTF_8)))
                    .isNotEqualTo(simulator.sign(hook.body()));
        }
    }

    @Test
    void sendsAndForgesByHand() throws Exception {
        try (WebhookReceiver app = new WebhookReceiver()) {
            assertThat(simulator
                            .sendWebhook(app.url(), "{\"event\":\"sms.received\"}")
                            .isAccepted())
                    .isTrue();
            simulator.forgeWebhook(app.url(), "{\"event\":\"sms.received\"}");
            assertThat(app.received().get(0).signature())
                    .isEqualTo(simulator.sign(app.received().get(0).body()));
            assertThat(app.received().get(1).signature())
                    .isNotEqualTo(simulator.sign(app.received().get(1).body()));
            assertThat(simulator.webhooks())
                    .extracting(WebhookDelivery::origin)
                    .containsExactly(Origin.ACCOUNT, Origin.FORGER);
        }
    }

    @Test
    void refusesNonsense() {
        assertThatIllegalArgumentException().isThrownBy(() -> WebhookSettings.PLAIN.copies(0));
        assertThatIllegalArgumentException().isThrownBy(() -> WebhookSettings.PLAIN.forged(2));
        assertThatIllegalArgumentException().isThrownBy(() -> WebhookSettings.PLAIN.late(Duration.ofSeconds(-1)));
        assertThatIllegalArgumentException().isThrownBy(() -> WebhookSettings.PLAIN.repeats(Duration.ofSeconds(-1)));
    }
}
