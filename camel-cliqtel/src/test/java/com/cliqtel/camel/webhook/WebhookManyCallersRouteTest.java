/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.webhook;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

import com.cliqtel.camel.fixture.WebhookServer;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static com.cliqtel.camel.fixture.WebhookServer.SECRET;
import static com.cliqtel.camel.fixture.WebhookServer.report;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** Five hundred callers at once and a route that takes its time, on Vert.x. */
@Timeout(60)
class WebhookManyCallersRouteTest {

    private static final int CALLERS = 500;
    // Vert.x's own default
    private static final int WORKERS = 20;

    private final AtomicInteger routed = new AtomicInteger();
    private final CountDownLatch held = new CountDownLatch(1);
    private WebhookServer server;

    @AfterEach
    void stop() throws Exception {
        held.countDown();
        if (server != null) {
            server.close();
        }
    }

    private void start(String options) throws Exception {
        server = WebhookServer.start(new RouteBuilder() {
            @Override
            public void configure() {
                from("cliqtel:webhook?webhookVerifyToken=" + SECRET + options)
                        .routeId("hook")
                        .process(exchange -> {
                            routed.incrementAndGet();
                            held.await();
                        });
                from("platform-http:/health").setBody(constant("up"));
            }
        });
    }

    private List<CompletableFuture<HttpResponse<String>>> call() {
        return LongStream.rangeClosed(1, CALLERS)
                .mapToObj(id -> server.sendAsync(server.signed(report(id, "sent"))))
                .toList();
    }

    private static Map<Integer, Long> statuses(List<CompletableFuture<HttpResponse<String>>> calls) {
        return calls.stream()
                .map(call -> call.join().statusCode())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    @Test
    void withoutALimitTheyWaitForTheServersThreadsAndEachIsProcessed() throws Exception {
        start("");
        List<CompletableFuture<HttpResponse<String>>> calls = call();
        await().until(() -> routed.get() == WORKERS);
        assertThat(server.consumer().getPendingExchangesSize()).isEqualTo(WORKERS);
        held.countDown();
        assertThat(statuses(calls)).isEqualTo(Map.of(200, (long) CALLERS));
        assertThat(routed).hasValue(CALLERS);
    }

    @Test
    void aLimitKeepsTheServerFreeAndTheRestGets503() throws Exception {
        start("&webhookMaxInflight=10");
        List<CompletableFuture<HttpResponse<String>>> calls = call();
        await().until(() -> server.consumer().getAnswers().get("busy") == CALLERS - 10);

        assertThat(server.send(HttpRequest.newBuilder(server.address().resolve("/health")))
                        .body())
                .isEqualTo("up");
        assertThat(server.send(server.request("").POST(HttpRequest.BodyPublishers.ofString("{}")))
                        .statusCode())
                .isEqualTo(403);
        HttpResponse<String> oneMore = server.send(server.signed(report(CALLERS + 1, "sent")));
        assertThat(oneMore.statusCode()).isEqualTo(503);
        assertThat(oneMore.headers().firstValue("Retry-After")).hasValue("5");

        held.countDown();
        assertThat(statuses(calls)).isEqualTo(Map.of(200, 10L, 503, CALLERS - 10L));
        assertThat(server.send(server.signed(report(CALLERS + 1, "sent"))).statusCode())
                .isEqualTo(200);
        assertThat(routed).hasValue(11);
    }

    @Test
    void aLimitBelowNoneIsRefused() {
        assertThatThrownBy(() -> start("&webhookMaxInflight=-1"))
                .hasStackTraceContaining(
                        "webhookMaxInflight is -1: a number greater than 0 was expected, or 0 for any");
    }
}
