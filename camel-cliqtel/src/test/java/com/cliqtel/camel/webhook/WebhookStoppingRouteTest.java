/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.webhook;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import com.cliqtel.camel.CliqtelComponent;
import com.cliqtel.camel.CliqtelConstants;
import com.cliqtel.camel.fixture.OwnThread;
import com.cliqtel.camel.fixture.WebhookServer;
import com.cliqtel.camel.ledger.Ledger;
import com.cliqtel.camel.ledger.MemoryLedger;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static com.cliqtel.camel.fixture.WebhookServer.SECRET;
import static com.cliqtel.camel.fixture.WebhookServer.report;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A webhook route that is suspended, resumed, stopped, or whose context ends, while requests are under way. */
@Timeout(60)
class WebhookStoppingRouteTest {

    private final Ledger ledger = new MemoryLedger();
    private final List<WebhookServer> servers = new CopyOnWriteArrayList<>();
    private final List<Object> begun = new CopyOnWriteArrayList<>();
    private final List<Object> ended = new CopyOnWriteArrayList<>();
    private final CountDownLatch held = new CountDownLatch(1);

    @AfterEach
    void stop() throws Exception {
        held.countDown();
        for (WebhookServer server : servers) {
            server.close();
        }
    }

    private WebhookServer server() throws Exception {
        WebhookServer server = WebhookServer.start(new RouteBuilder() {
            @Override
            public void configure() {
                getContext()
                        .getComponent("cliqtel", CliqtelComponent.class)
                        .getLedger()
                        .setLedger(ledger);
                from("cliqtel:webhook?webhookVerifyToken=" + SECRET)
                        .routeId("hook")
                        .errorHandler(noErrorHandler())
                        .process(exchange -> begun.add(exchange.getMessage().getHeader(CliqtelConstants.SMS_STATUS)))
                        .process(exchange -> held.await())
                        .process(exchange -> ended.add(exchange.getMessage().getHeader(CliqtelConstants.SMS_STATUS)));
            }
        });
        servers.add(server);
        return server;
    }

    private static CompletableFuture<Integer> posting(WebhookServer server, String body) {
        return OwnThread.run(() -> server.send(server.signed(body)).statusCode());
    }

    private static int post(WebhookServer server, String body) {
        return posting(server, body).join();
    }

    private interface Step {
        void run() throws Exception;
    }

    private static CompletableFuture<Void> run(Step step) {
        return OwnThread.run(() -> {
            step.run();
            return null;
        });
    }

    @Test
    void aStoppingRouteWaitsForWhatIsUnderWayAndTakesNothingNew() throws Exception {
        WebhookServer server = server();
        CompletableFuture<Integer> sent = posting(server, report(42, "sent"));
        await().until(() -> begun.size() == 1);
        CompletableFuture<Integer> waitingForItsTurn = posting(server, report(42, "delivered"));
        await().until(() -> server.consumer().getPendingExchangesSize() == 2);

        CompletableFuture<Void> stopping =
                run(() -> server.context().getRouteController().stopRoute("hook"));
        await().until(() -> post(server, report(43, "sent")) == 503);
        assertThat(stopping).isNotDone();
        held.countDown();

        assertThat(sent.join()).isEqualTo(200);
        assertThat(waitingForItsTurn.join()).isEqualTo(200);
        stopping.join();
        assertThat(post(server, report(43, "sent"))).isEqualTo(404);
        assertThat(ended).containsExactly("sent", "delivered");
    }

    @Test
    void aResumedRouteTakesThemAgain() throws Exception {
        WebhookServer server = server();
        CompletableFuture<Integer> first = posting(server, report(42, "sent"));
        await().until(() -> begun.size() == 1);
        CompletableFuture<Void> suspending =
                run(() -> server.context().getRouteController().suspendRoute("hook"));
        await().until(() -> post(server, report(43, "sent")) == 503);
        held.countDown();
        suspending.join();
        assertThat(first.join()).isEqualTo(200);
        assertThat(post(server, report(43, "sent"))).isEqualTo(503);

        server.context().getRouteController().resumeRoute("hook");
        assertThat(post(server, report(43, "sent"))).isEqualTo(200);
        assertThat(server.consumer().getAnswers()).containsEntry("processed", 2L);
    }

    @Test
    void aContextThatEndsAnswersWhatIsUnderWayFirst() throws Exception {
        WebhookServer server = server();
        CompletableFuture<Integer> first = posting(server, report(42, "sent"));
        await().until(() -> begun.size() == 1);
        CompletableFuture<Void> ending = run(() -> server.context().stop());
        await().until(() -> post(server, report(43, "sent")) == 503);
        held.countDown();
        ending.join();
        assertThat(first.join()).isEqualTo(200);
        assertThat(ended).containsExactly("sent");
    }

    @Test
    void waitingReportIsAnsweredWith503AfterTheRouteStops() throws Exception {
        WebhookServer server = server();
        CompletableFuture<Integer> sent = posting(server, report(42, "sent"));
        await().until(() -> begun.size() == 1);
        String body = report(42, "delivered");
        CompletableFuture<Integer> waitingForItsTurn = posting(server, body);
        await().until(() -> server.consumer().getPendingExchangesSize() == 2);
        server.context().getRouteController().stopRoute("hook", 1, TimeUnit.SECONDS);
        held.countDown();
        assertThat(sent.join()).isEqualTo(200);
        assertThat(waitingForItsTurn.join()).isEqualTo(503);
        assertThat(ended).containsExactly("sent");

        server.context().getRouteController().startRoute("hook");
        assertThat(post(server, body)).isEqualTo(200);
        assertThat(ended).containsExactly("sent", "delivered");
    }

    @Test
    void whatAForcedEndCutsShortIsNotDone() throws Exception {
        WebhookServer server = server();
        server.context().getShutdownStrategy().setTimeout(1);
        String body = report(42, "sent");
        CompletableFuture<Integer> cutShort = posting(server, body);
        await().until(() -> begun.size() == 1);
        CompletableFuture<Integer> waitingForItsTurn = posting(server, report(42, "delivered"));
        await().until(() -> server.consumer().getPendingExchangesSize() == 2);
        server.context().stop();
        held.countDown();
        assertThat(cutShort.handle((status, cut) -> cut == null ? status : 0).join())
                .isNotEqualTo(200);
        assertThat(waitingForItsTurn
                        .handle((status, cut) -> cut == null ? status : 0)
                        .join())
                .isNotEqualTo(200);
        assertThat(ended).isEmpty();

        WebhookServer next = server();
        await().until(() -> post(next, body) == 200);
        assertThat(post(next, report(42, "delivered"))).isEqualTo(200);
        assertThat(ended).containsExactly("sent", "delivered");
    }
}
