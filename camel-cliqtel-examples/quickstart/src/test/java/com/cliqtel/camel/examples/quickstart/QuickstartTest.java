/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.examples.quickstart;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import com.cliqtel.camel.simulator.Simulator;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class QuickstartTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void tellsTheStoryOfASimulatedSms() {
        assertThat(run(Map.of())).as(err.toString(StandardCharsets.UTF_8)).isZero();
        assertThat(told())
                .containsSubsequence(
                        "A Cliqtel account on this machine: http://127.0.0.1:",
                        "numbers   +16625163513 (US), +16315950406 (US)",
                        "send      accepted as message 42: 1 segment(s), 0.008 EUR, queued",
                        "webhook   message 42 is sent",
                        "webhook   message 42 is delivered",
                        "forged    refused with 403, no route ran",
                        "message   42  +16625163513 -> +31612345678  delivered  Your order #1234 has shipped!",
                        "Done: delivered");
    }

    @Test
    void saysThatTheRealServiceCostsMoneyAndFollowsTheSmsByAsking() {
        try (Simulator service = Simulator.builder()
                .apiKey("k")
                .deliveryTime(Duration.ofMillis(10))
                .start()) {
            assertThat(run(real(service)))
                    .as(err.toString(StandardCharsets.UTF_8))
                    .isZero();
            assertThat(told())
                    .startsWith("The real service: this sends one SMS, and costs money.")
                    .containsSubsequence(
                            "accepted as message 42", "get       message 42 is delivered", "Done: delivered")
                    .doesNotContain("webhook");
            assertThat(service.messages()).hasSize(1);
        }
    }

    @Test
    void followsTheSmsByWebhookWhereTheServiceCanReachIt() throws Exception {
        try (Simulator service = Simulator.builder()
                .apiKey("k")
                .deliveryTime(Duration.ofMillis(200))
                .start()) {
            int port = freePort();
            Map<String, String> environment = real(service);
            environment.put("CLIQTEL_WEBHOOK_EXTERNAL_URL", "http://127.0.0.1:" + port + "/");
            environment.put("CLIQTEL_WEBHOOK_PORT", String.valueOf(port));
            assertThat(run(environment))
                    .as(err.toString(StandardCharsets.UTF_8))
                    .isZero();
            assertThat(told()).containsSubsequence("webhook   message 42 is delivered", "forged    refused with 403");
        }
    }

    @Test
    void anAccountNamedInPartIsAnErrorThatSaysWhatIsMissing() {
        assertThat(run(Map.of("CLIQTEL_API_KEY", "k", "CLIQTEL_FROM", "+16625163513")))
                .isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("missing: CLIQTEL_TO");
        assertThat(told()).isEmpty();
    }

    @Test
    void aServiceThatSaysNoEndsTheStoryWithOne() {
        try (Simulator service = Simulator.builder().apiKey("another").start()) {
            assertThat(run(real(service))).isEqualTo(1);
            assertThat(err.toString(StandardCharsets.UTF_8)).contains("unauthenticated");
        }
    }

    private static Map<String, String> real(Simulator service) {
        return new HashMap<>(Map.of(
                "CLIQTEL_API_KEY", "k",
                "CLIQTEL_FROM", "+16625163513",
                "CLIQTEL_TO", "+31612345678",
                "CLIQTEL_BASE_URL", service.baseUrl().toString()));
    }

    private int run(Map<String, String> environment) {
        return Quickstart.run(
                environment,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private String told() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
