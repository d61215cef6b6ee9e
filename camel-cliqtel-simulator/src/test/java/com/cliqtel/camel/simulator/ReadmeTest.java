/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

import com.cliqtel.camel.simulator.fault.Fault;
import com.cliqtel.camel.simulator.fault.FaultRule;
import com.cliqtel.camel.simulator.fault.Symptom;
import com.cliqtel.camel.simulator.http.ReceivedCall;
import com.cliqtel.camel.simulator.time.ManualTime;
import com.cliqtel.camel.simulator.time.SimulatedTime;
import com.cliqtel.camel.simulator.webhook.WebhookDelivery;
import com.cliqtel.camel.simulator.webhook.WebhookSettings;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

/** The README's examples, run; and the README, which must show them as they are here. */
class ReadmeTest {

    // README: example
    @Test
    void readmeRouteSearchesBeforeItSendsAgain() throws Exception {
        FaultRule lost = FaultRule.sends(Fault.afterAcceptance(Symptom.reset())).nth(1);
        try (Simulator cliqtel = Simulator.builder().faults(lost).start()) {
            HttpRequest send = request(cliqtel, "sms/messages")
                    .POST(BodyPublishers.ofString("""
                            {"from": "+16625163513", "to": "+31612345678", "body": "Your code is 1234"}"""))
                    .build();
            HttpClient http = HttpClient.newHttpClient();

            // was it sent? The exception does not say
            assertThatIOException().isThrownBy(() -> http.send(send, BodyHandlers.ofString()));
            assertThat(cliqtel.calls()).extracting(ReceivedCall::fault).containsExactly("reset after acceptance");

            // it was, so whoever sends it again sends it twice
            HttpRequest list = request(cliqtel, "sms/messages?direction=outbound&to=%2B31612345678")
                    .build();
            assertThat(http.send(list, BodyHandlers.ofString()).body()).contains("Your code is 1234");

            // and now for half a minute of refusals
            Fault refusal = Fault.beforeAcceptance(Symptom.tooManyRequests().retryAfter(5));
            cliqtel.faults().storm(Duration.ofSeconds(30), refusal);
            HttpResponse<String> refused = http.send(send, BodyHandlers.ofString());
            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.headers().firstValue("Retry-After")).contains("5");
            assertThat(cliqtel.messages()).hasSize(1);
        }
    }

    private static HttpRequest.Builder request(Simulator cliqtel, String path) {
        return HttpRequest.newBuilder(cliqtel.baseUrl().resolve(path))
                .header("Authorization", "Bearer " + cliqtel.apiKey())
                .header("Content-Type", "application/json");
    }
    // README: end

    // README: example
    @Test
    void acceptsOnlyWebhooksSignedByTheAccount() throws Exception {
        ManualTime time = SimulatedTime.manual(Instant.parse("2026-04-03T10:15:30Z"));
        WebhookSettings world = WebhookSettings.PLAIN.copies(3).forged(1).repeats(Duration.ofSeconds(30));
        try (Simulator cliqtel = Simulator.builder().time(time).webhooks(world).start()) {
            // here stands your application; this one begins with a bad minute
            HttpServer app = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
            AtomicInteger failures = new AtomicInteger(1);
            app.createContext("/", exchange -> {
                String right = cliqtel.sign(exchange.getRequestBody().readAllBytes());
                boolean genuine = right.equals(exchange.getRequestHeaders().getFirst("X-Cliqtel-Signature"));
                boolean overloaded = genuine && failures.getAndDecrement() > 0;
                exchange.sendResponseHeaders(overloaded ? 503 : genuine ? 200 : 403, -1);
                exchange.close();
            });
            app.start();
            HttpRequest send = request(cliqtel, "sms/messages")
                    .POST(BodyPublishers.ofString("""
                            {"from": "+16625163513", "to": "+31612345678", "body": "Hello!",
                             "status_callback_url": "http://127.0.0.1:%d/"}""".formatted(app.getAddress().getPort())))
                    .build();
            HttpClient.newHttpClient().send(send, BodyHandlers.ofString());

            // sent, delivered; each one to three times, and a forged one with it
            time.advance(Duration.ofSeconds(3));
            cliqtel.awaitQuiet(Duration.ofSeconds(20));
            // what was answered with 503 comes again
            time.advance(Duration.ofSeconds(30));
            cliqtel.awaitQuiet(Duration.ofSeconds(20));

            assertThat(cliqtel.webhooks())
                    .filteredOn(webhook -> webhook.attempt() == 2 || webhook.forgery() != null)
                    .extracting(WebhookDelivery::isAccepted)
                    .containsExactly(false, false, true);
            app.stop(0);
        }
    }
    // README: end

    @Test
    void isShownAsItIs() throws IOException {
        List<String> examples = new ArrayList<>();
        for (String source : List.of(
                "src/test/java/com/cliqtel/camel/simulator/junit5/OrderTest.java",
                "../camel-cliqtel/src/test/java/com/cliqtel/camel/ShopWithCamelTestSupportTest.java",
                "../camel-cliqtel/src/test/java/com/cliqtel/camel/ShopWithCamelMainTest.java",
                "../camel-cliqtel-starter/src/test/java/com/cliqtel/camel/springboot/ShopTest.java",
                "src/test/java/com/cliqtel/camel/simulator/ReadmeTest.java")) {
            all(Files.readString(Path.of(source)), "// README: example\n", "// README: end\n").stream()
                    .map(example -> example.stripTrailing().stripIndent())
                    // a class of which the README shows one test only
                    .map(example -> example + (example.contains("class Shop") ? "\n}\n" : "\n"))
                    .forEach(examples::add);
        }

        assertThat(all(Files.readString(Path.of("README.md")), "```java\n", "```"))
                .isEqualTo(examples)
                .hasSize(6);
    }

    @Test
    void showsEveryFlag() throws IOException {
        String readme = Files.readString(Path.of("README.md"));

        assertThat(readme).contains(new CommandLine().help());
    }

    private static List<String> all(String text, String start, String end) {
        return Pattern.compile("(?s)(?m)^ *" + Pattern.quote(start) + "(.*?)" + Pattern.quote(end))
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .toList();
    }
}
