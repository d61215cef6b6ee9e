/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.springboot;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import com.cliqtel.camel.webhook.SignatureVerifier;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Five hundred callers at once, and a route that is held: what a servlet container does with them. */
@Timeout(120)
@SpringBootTest(
        classes = ManyCallersTest.SlowApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.profiles.active=slow",
            "camel.component.cliqtel.webhook-secret=canary-secret",
            "spring.mvc.async.request-timeout=60s"
        })
class ManyCallersTest {

    private static final Logger LOG = LoggerFactory.getLogger(ManyCallersTest.class);
    private static final int CALLERS = 500;
    private static final CountDownLatch HELD = new CountDownLatch(1);
    private static final AtomicInteger IN_ROUTE = new AtomicInteger();
    private static final AtomicInteger RUNS = new AtomicInteger();

    @LocalServerPort
    private int port;

    @Profile("slow")
    @SpringBootApplication
    static class SlowApplication {

        @Bean
        RouteBuilder slow() {
            return new RouteBuilder() {
                @Override
                public void configure() {
                    from("cliqtel:webhook").process(exchange -> {
                        IN_ROUTE.incrementAndGet();
                        HELD.await();
                        RUNS.incrementAndGet();
                    });
                }
            };
        }
    }

    @Test
    void areAllAnsweredInTheEndByTheFewThreadsThatTheTaskExecutorHas() throws Exception {
        HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        long heapBefore = heap();
        List<CompletableFuture<Integer>> answers = IntStream.rangeClosed(1, CALLERS)
                .mapToObj(id -> http.sendAsync(report(id), HttpResponse.BodyHandlers.discarding())
                        .thenApply(HttpResponse::statusCode))
                .toList();
        await().until(() -> IN_ROUTE.get() >= 8);
        // all requests are read, and wait for one of the eight
        await().during(Duration.ofSeconds(1)).atMost(Duration.ofSeconds(30)).until(() -> IN_ROUTE.get() == 8);
        LOG.info(
                "in the route {}, threads {}, heap before {} MiB, while held {} MiB, callers included",
                IN_ROUTE,
                Thread.activeCount(),
                heapBefore,
                heap());
        HELD.countDown();
        assertThat(answers.stream().map(CompletableFuture::join))
                .hasSize(CALLERS)
                .containsOnly(200);
        assertThat(RUNS).hasValue(CALLERS);
    }

    private HttpRequest report(int id) {
        byte[] body = ("{\"event\":\"sms.status_updated\",\"data\":{\"id\":" + id + ",\"status\":\"sent\"}}")
                .getBytes(StandardCharsets.UTF_8);
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/cliqtel/webhook"))
                .header("Content-Type", "application/json")
                .header("X-Cliqtel-Signature", SignatureVerifier.sign(body, "canary-secret"))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
    }

    private static long heap() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
    }
}
