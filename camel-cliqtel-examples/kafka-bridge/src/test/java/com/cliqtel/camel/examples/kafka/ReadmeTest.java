/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.examples.kafka;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The README shows what is compiled; the environment is understood as it says. */
class ReadmeTest {

    private static final Map<String, String> ENVIRONMENT = Map.of(
            "KAFKA_BROKERS", "broker:9092",
            "CLIQTEL_API_KEY", "canary-key",
            "CLIQTEL_FROM", "+16625163513",
            "CLIQTEL_WEBHOOK_EXTERNAL_URL", "https://sms.example.com/",
            "BRIDGE_NODES", "4");

    @Test
    void snippetsMatchTheRoutes() throws Exception {
        String routes =
                compact(Files.readString(Path.of("src/main/java/com/cliqtel/camel/examples/kafka/BridgeRoutes.java")));

        assertThat(Pattern.compile("```java\n(.*?)```", Pattern.DOTALL)
                        .matcher(Files.readString(Path.of("README.md")))
                        .results()
                        .map(snippet -> compact(snippet.group(1))))
                .hasSize(2)
                .allSatisfy(snippet -> assertThat(routes).contains(snippet));
    }

    @Test
    void eachOfFourNodesGetsAQuarterOfTheQuota() {
        BridgeSettings settings = Bridge.settings(ENVIRONMENT);

        assertThat(settings.configuration())
                .containsEntry("camel.component.cliqtel.quota-share", "0.25")
                .containsEntry(
                        "camel.component.cliqtel.status-callback-url", "https://sms.example.com/cliqtel/webhook");
        assertThat(settings.toString()).doesNotContain("canary", "+16625163513");
    }

    @Test
    void namesMissingVariables() {
        assertThatThrownBy(() -> Bridge.settings(Map.of("KAFKA_BROKERS", "broker:9092")))
                .hasMessageStartingWith("CLIQTEL_API_KEY is missing");
    }

    private static String compact(String code) {
        return code.replaceAll("\\s+", "");
    }
}
