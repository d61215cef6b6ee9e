/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.springboot;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.cliqtel.camel.webhook.CliqtelWebhookConsumer;
import com.cliqtel.camel.webhook.verify.SignatureVerifier;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Five hundred callers at once and a route that takes its time, on a servlet container. */
@Timeout(120)
class ServletSlowRouteTest {

    private static final int CALLERS = 500;
    // Spring Boot's own default
    private static final int WORKERS = 8;
    private static final Duration LONG = Duration.ofMinutes(1);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private ServletWebServerApplicationContext application;
    private Held held;

    @EnableAutoConfiguration
    static class Held {

        final AtomicInteger routed = new AtomicInteger();
        final CountDownLatch latch = new CountDownLatch(1);

        @Bean
        RouteBuilder routes() {
            return new RouteBuilder() {
                @Override
                public void configure() {
                    from("cliqtel:webhook").routeId("hook").process(exchange -> {
                        routed.incrementAndGet();
                        latch.await();
                    });
                    from("platform-http:/health").setBody(constant("up"));
                }
            };
        }
    }

    private void start(String... properties) {
        String[] arguments = Stream.concat(
                        Stream.of("--server.port=0", "--camel.component.cliqtel.api-key=canary-key"),
                        Stream.of(properties))
                .toArray(String[]::new);
        application = (ServletWebServerApplicationContext) SpringApplication.run(Held.class, arguments);
        held = application.getBean(Held.class);
    }

    @AfterEach
    void stop() {
        held.latch.countDown();
        application.close();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + application.getWebServer().getPort() + path));
    }

    private CompletableFuture<HttpResponse<String>> report(int id) {
        byte[] body = ("{\"event\":\"sms.status_updated\",\"data\":{\"id\":" + id + ",\"status\":\"sent\"}}")
                .getBytes(StandardCharsets.UTF_8);
        return http.sendAsync(
                request("/cliqtel/webhook")
                        .header("Content-Type", "application/json")
                        .header("X-Cliqtel-Signature", SignatureVerifier.sign(body, "canary-key"))
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private List<CompletableFuture<HttpResponse<String>>> reports() {
        return IntStream.rangeClosed(1, CALLERS).mapToObj(this::report).toList();
    }

    private static Map<Integer, Long> statuses(List<CompletableFuture<HttpResponse<String>>> calls) {
        return calls.stream()
                .map(call -> call.join().statusCode())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    private Map<String, Long> answers() {
        return ((CliqtelWebhookConsumer)
                        application.getBean(CamelContext.class).getRoute("hook").getConsumer())
                .getAnswers();
    }

    @Test
    void withoutALimitReportsWaitForExecutorThreads() {
        start();
        List<CompletableFuture<HttpResponse<String>>> calls = reports();
        await().atMost(LONG).until(() -> held.routed.get() == WORKERS);
        held.latch.countDown();
        assertThat(statuses(calls)).isEqualTo(Map.of(200, (long) CALLERS));
        assertThat(held.routed).hasValue(CALLERS);
    }

    @Test
    void limitBelowTheExecutorThreadsAnswersFurtherReportsWith503() throws Exception {
        start("--camel.component.cliqtel.webhook-max-inflight=" + (WORKERS - 1));
        List<CompletableFuture<HttpResponse<String>>> calls = reports();
        await().atMost(LONG).until(() -> answers().get("busy") == CALLERS - WORKERS + 1);
        assertThat(http.send(request("/health").build(), HttpResponse.BodyHandlers.ofString())
                        .body())
                .isEqualTo("up");
        held.latch.countDown();
        assertThat(statuses(calls)).isEqualTo(Map.of(200, WORKERS - 1L, 503, CALLERS - WORKERS + 1L));
    }

    @Test
    void reportBeyondSpringsTimeoutGets503AndIsProcessedOnceLater() {
        start("--spring.mvc.async.request-timeout=1s");
        List<CompletableFuture<HttpResponse<String>>> calls = reports();
        assertThat(calls).extracting(CompletableFuture::join).allSatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
            assertThat(answer.body()).isEmpty();
        });
        assertThat(held.routed).hasValue(WORKERS);

        held.latch.countDown();
        await().atMost(LONG).until(() -> answers().get("processed") == WORKERS);
        for (int id = 1; id <= CALLERS; id += WORKERS) {
            int report = id;
            await().atMost(LONG).until(() -> report(report).join().statusCode() == 200);
        }
        assertThat(answers().get("processed")).isEqualTo(held.routed.get());
    }
}
