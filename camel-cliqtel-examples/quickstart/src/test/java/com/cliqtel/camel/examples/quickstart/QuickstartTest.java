/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.examples.quickstart;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

import com.cliqtel.camel.simulator.junit5.Cliqtel;
import com.cliqtel.camel.simulator.junit5.CliqtelSimulator;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The printed lines and the exit code. */
class QuickstartTest {

    @CliqtelSimulator(deliveryTime = "PT0.2S")
    private Cliqtel service;

    private static final String FROM = "+16315950406";
    private static final String TO = "+31687654321";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void runsOnTheSimulatorWithoutAnAccount() {
        int exit = run(Map.of());

        assertThat(err()).isEmpty();
        assertThat(out().lines())
                .satisfiesExactly(
                        line -> assertThat(line)
                                .matches("A Cliqtel account on this machine: http://127\\.0\\.0\\.1:[0-9]+/api/v1/sms"),
                        line -> assertThat(line).isEqualTo("  numbers     +16625163513 (US), +16315950406 (US)"),
                        line -> assertThat(line)
                                .isEqualTo("  send        accepted as message 42: 1 segment, 0.008 EUR, queued"),
                        line -> assertThat(line).isEqualTo("  webhook     message 42 is sent"),
                        line -> assertThat(line).isEqualTo("  webhook     message 42 is delivered"),
                        line -> assertThat(line).isEqualTo("  forged      refused with 403, no route ran"),
                        line -> assertThat(line)
                                .isEqualTo("  messages    42  +16625163513 -> +31612345678  delivered"
                                        + "  Your order #1234 has shipped!"),
                        line -> assertThat(line)
                                .matches("Done in [0-9.]+ s; the first `delivered` came [0-9.]+ s after the start"
                                        + " of the routes\\."));
        assertThat(exit).isZero();
    }

    @Test
    void warnsOfCostsAndPollsTheStatusWithARealAccount() {
        int exit = run(real(service));

        assertThat(err()).isEmpty();
        assertThat(out().lines())
                .startsWith("This uses the real service and costs money: an SMS to " + TO + ".")
                .containsSubsequence(
                        "  send        accepted as message 42: 1 segment, 0.008 EUR, queued",
                        "  get         message 42 is delivered",
                        "  forged      refused with 403, no route ran",
                        "  messages    42  " + FROM + " -> " + TO + "  delivered  Your order #1234 has shipped!");
        assertThat(exit).isZero();
        assertThat(service.simulator().webhooks()).isEmpty();
    }

    @Test
    void receivesWebhooksFromARealAccount() {
        WebhookAddress here = WebhookAddress.here();
        Map<String, String> environment = real(service);
        environment.put("CLIQTEL_WEBHOOK_EXTERNAL_URL", here.external());
        environment.put("CLIQTEL_WEBHOOK_PORT", String.valueOf(here.port()));
        int exit = run(environment);

        assertThat(err()).isEmpty();
        assertThat(out().lines())
                .containsSubsequence("  webhook     message 42 is sent", "  webhook     message 42 is delivered");
        assertThat(exit).isZero();
    }

    @Test
    void failsIfTheSmsFails() {
        service.given().phoneFails(TO);
        assertThat(run(real(service))).isEqualTo(1);
        assertThat(err()).startsWith("Failed: Message 42 was not delivered: it is failed");
    }

    @Test
    void failsWithTheReasonOfARefusalAndWithoutTheKey() {
        Map<String, String> environment = real(service);
        environment.put("CLIQTEL_API_KEY", "canary-key");

        assertThat(run(environment)).isEqualTo(1);
        assertThat(err()).startsWith("Failed: ").contains("HTTP 401").doesNotContain("canary");
    }

    @Test
    void rejectsAnIncompleteAccountBeforeAnyCall() {
        assertThat(run(Map.of("CLIQTEL_API_KEY", "canary-key"))).isEqualTo(2);
        assertThat(out()).isEmpty();
        assertThat(err()).startsWith("CLIQTEL_FROM and CLIQTEL_TO missing").doesNotContain("canary");
    }

    private static Map<String, String> real(Cliqtel service) {
        return new HashMap<>(Map.of(
                "CLIQTEL_API_KEY",
                service.apiKey(),
                "CLIQTEL_BASE_URL",
                service.baseUrl().toString(),
                "CLIQTEL_FROM",
                FROM,
                "CLIQTEL_TO",
                TO));
    }

    private int run(Map<String, String> environment) {
        return Quickstart.run(
                environment,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
