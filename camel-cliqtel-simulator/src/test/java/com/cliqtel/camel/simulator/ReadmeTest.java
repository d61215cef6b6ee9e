/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

import com.cliqtel.camel.simulator.account.Message;
import com.cliqtel.camel.simulator.account.Status;
import com.cliqtel.camel.simulator.time.ManualTime;
import com.cliqtel.camel.simulator.time.SimulatedTime;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The README's example, run; and the README, which must show it as it is here. */
class ReadmeTest {

    // README: example
    @Test
    void tellsACustomerThatTheOrderHasShipped() throws Exception {
        ManualTime time = SimulatedTime.manual(Instant.parse("2026-04-03T10:15:30Z"));
        try (Simulator cliqtel = Simulator.builder().time(time).start()) {
            HttpRequest request = HttpRequest.newBuilder(cliqtel.baseUrl().resolve("sms/messages"))
                    .header("Authorization", "Bearer " + cliqtel.apiKey())
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString("""
                            {"from": "+16625163513", "to": "+31612345678", "body": "Your order #1234 has shipped!"}"""))
                    .build();
            HttpResponse<String> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(201);
            assertThat(cliqtel.messages()).extracting(Message::body).containsExactly("Your order #1234 has shipped!");
            assertThat(cliqtel.balance()).isEqualByComparingTo("99.992");

            time.advance(Duration.ofSeconds(3));
            assertThat(cliqtel.messages()).extracting(Message::status).containsExactly(Status.DELIVERED);
        }
    }
    // README: end

    @Test
    void isShownAsItIs() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        String source = Files.readString(Path.of("src/test/java/com/cliqtel/camel/simulator/ReadmeTest.java"));

        assertThat(between(readme, "```java\n", "```"))
                .isEqualTo(between(source, "example\n", "\n    // README: end").stripIndent() + "\n");
    }

    @Test
    void showsEveryFlag() throws IOException {
        String readme = Files.readString(Path.of("README.md"));

        assertThat(readme).contains(new CommandLine().help().lines().skip(4).toList());
    }

    private static String between(String text, String start, String end) {
        int from = text.indexOf(start) + start.length();
        return text.substring(from, text.indexOf(end, from));
    }
}
