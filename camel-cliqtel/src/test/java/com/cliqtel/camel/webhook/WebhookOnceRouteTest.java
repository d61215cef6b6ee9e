/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.webhook;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;

import com.cliqtel.camel.CliqtelComponent;
import com.cliqtel.camel.CliqtelConstants;
import com.cliqtel.camel.fixture.ForwardingLedger;
import com.cliqtel.camel.fixture.LogCapture;
import com.cliqtel.camel.fixture.OwnThread;
import com.cliqtel.camel.fixture.WebhookServer;
import com.cliqtel.camel.ledger.Claim;
import com.cliqtel.camel.ledger.Hold;
import com.cliqtel.camel.ledger.Ledger;
import com.cliqtel.camel.ledger.LedgerException;
import com.cliqtel.camel.ledger.MemoryLedger;
import com.cliqtel.camel.model.StatusUpdate;
import com.cliqtel.camel.model.WebhookContent;
import com.cliqtel.camel.webhook.once.Deliveries;
import com.cliqtel.camel.webhook.once.Turn;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static com.cliqtel.camel.fixture.WebhookServer.SECRET;
import static org.assertj.core.api.Assertions.assertThat;

/** Webhooks that come twice, at once, out of order, to two nodes, or to a ledger that doesn't work. */
@Timeout(60)
class WebhookOnceRouteTest {

    private final List<Exchange> routed = new CopyOnWriteArrayList<>();
    private final List<WebhookServer> servers = new CopyOnWriteArrayList<>();
    private final AtomicBoolean fails = new AtomicBoolean();
    private final AtomicBoolean breaks = new AtomicBoolean();
    private final AtomicReference<CountDownLatch> held = new AtomicReference<>(new CountDownLatch(0));

    @AfterEach
    void stop() throws Exception {
        held.get().countDown();
        for (WebhookServer server : servers) {
            server.close();
        }
    }

    private WebhookServer server(Ledger ledger, String options) throws Exception {
        WebhookServer server = WebhookServer.start(new RouteBuilder() {
            @Override
            public void configure() {
                getContext()
                        .getComponent("cliqtel", CliqtelComponent.class)
                        .getLedger()
                        .setLedger(ledger);
                from("cliqtel:webhook?webhookVerifyToken=" + SECRET + options)
                        .routeId("hook")
                        .errorHandler(noErrorHandler())
                        .process(exchange -> {
                            routed.add(exchange.copy());
                            held.get().await();
                            if (breaks.get()) {
                                throw new NoClassDefFoundError("missing");
                            }
                            if (fails.get()) {
                                throw new IllegalStateException("not now");
                            }
                        });
            }
        });
        servers.add(server);
        return server;
    }

    private WebhookServer server() throws Exception {
        return server(new MemoryLedger(), "");
    }

    private static int post(WebhookServer server, String body) {
        try {
            HttpResponse<String> answer = server.send(server.signed(body));
            assertThat(answer.body()).isEmpty();
            assertThat(answer.headers().firstValue("Retry-After").isPresent()).isEqualTo(answer.statusCode() == 503);
            return answer.statusCode();
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static CompletableFuture<Integer> posting(WebhookServer server, String body) {
        return OwnThread.run(() -> post(server, body));
    }

    private void hold() {
        held.set(new CountDownLatch(1));
    }

    private void awaitRouted(int exchanges) {
        org.awaitility.Awaitility.await().until(() -> routed.size() == exchanges);
    }

    private static String report(long id, String status, String updatedAt) {
        return WebhookServer.report(id, status)
                .replaceAll("\"updated_at\":\"[^\"]*\"", "\"updated_at\":\"" + updatedAt + "\"");
    }

    @Test
    void theSameReportTwiceRunsTheRouteOnce() throws Exception {
        WebhookServer server = server();
        String body = WebhookServer.report(42, "delivered");
        assertThat(post(server, body)).isEqualTo(200);
        assertThat(post(server, body)).isEqualTo(200);
        assertThat(routed).hasSize(1);
        assertThat(server.consumer().getAnswers())
                .containsEntry("processed", 1L)
                .containsEntry("duplicate", 1L);
    }

    @Test
    void theTimeOfTheAttemptDoesNotIdentifyAReport() throws Exception {
        WebhookServer server = server();
        String body = report(42, "delivered", "2026-04-03T10:15:33+00:00");
        assertThat(post(server, body)).isEqualTo(200);
        String later =
                body.replaceAll("\"timestamp\":\"[^\"]*\"", "\"timestamp\":\"" + java.time.OffsetDateTime.now() + "\"");
        assertThat(later).isNotEqualTo(body);
        assertThat(post(server, later)).isEqualTo(200);
        assertThat(post(server, report(42, "delivered", "2026-04-03T10:15:34+00:00")))
                .isEqualTo(200);
        assertThat(post(server, report(43, "delivered", "2026-04-03T10:15:33+00:00")))
                .isEqualTo(200);
        assertThat(post(server, report(42, "failed", "2026-04-03T10:15:34+00:00")))
                .isEqualTo(200);
        assertThat(routed).hasSize(4);
    }

    @Test
    void unknownEventsAreTheSameOnlyWhenAllTheySayIs() throws Exception {
        WebhookServer server = server();
        for (String data : List.of("1", "2", "1")) {
            assertThat(post(server, "{\"event\":\"sms.received\",\"data\":" + data + "}"))
                    .isEqualTo(200);
        }
        assertThat(routed)
                .extracting(exchange -> exchange.getMessage()
                        .getBody(WebhookContent.class)
                        .json()
                        .get("data"))
                .containsExactly(1, 2);
    }

    @Test
    void afterTheRouteFailedARepeatRunsItAgain() throws Exception {
        WebhookServer server = server();
        String body = WebhookServer.report(42, "delivered");
        fails.set(true);
        assertThat(post(server, body)).isEqualTo(500);
        assertThat(post(server, body)).isEqualTo(500);
        fails.set(false);
        assertThat(post(server, body)).isEqualTo(200);
        assertThat(post(server, body)).isEqualTo(200);
        assertThat(routed).hasSize(3);
    }

    @Test
    void anErrorInTheRouteIsAFailureAndARepeatRunsItAgain() throws Exception {
        WebhookServer server = server();
        String body = WebhookServer.report(42, "delivered");
        breaks.set(true);
        assertThat(post(server, body)).isEqualTo(500);
        breaks.set(false);
        assertThat(post(server, body)).isEqualTo(200);
        assertThat(server.context().getInflightRepository().size("hook")).isZero();
    }

    @Test
    void aRepeatGets503OnTheSameNodeAndWaitsOnAnother() throws Exception {
        Ledger shared = new MemoryLedger();
        WebhookServer one = server(shared, "");
        WebhookServer other = server(shared, "");
        String body = WebhookServer.report(42, "delivered");
        hold();
        CompletableFuture<Integer> first = posting(one, body);
        awaitRouted(1);
        assertThat(post(one, body)).isEqualTo(503);
        CompletableFuture<Integer> repeat = posting(other, body);
        org.awaitility.Awaitility.await().until(() -> other.consumer().getPendingExchangesSize() == 1);
        assertThat(post(other, body)).isEqualTo(503);
        held.get().countDown();
        assertThat(first.join()).isEqualTo(200);
        assertThat(repeat.join()).isEqualTo(200);
        assertThat(routed).hasSize(1);
    }

    @Test
    void reportsOfOneMessageAreProcessedOneAfterTheOtherOverTwoNodesAndThoseOfOthersAtOnce() throws Exception {
        Ledger shared = new MemoryLedger();
        WebhookServer one = server(shared, "");
        WebhookServer other = server(shared, "");
        hold();
        CompletableFuture<Integer> sent = posting(one, report(42, "sent", "2026-04-03T10:15:31+00:00"));
        awaitRouted(1);
        CompletableFuture<Integer> delivered = posting(other, report(42, "delivered", "2026-04-03T10:15:33+00:00"));
        CompletableFuture<Integer> somebodyElses = posting(other, report(43, "sent", "2026-04-03T10:15:33+00:00"));
        awaitRouted(2);
        assertThat(routed.get(1).getMessage().getHeader(CliqtelConstants.MESSAGE_ID))
                .isEqualTo(43L);
        held.get().countDown();
        assertThat(Stream.of(sent, delivered, somebodyElses).map(CompletableFuture::join))
                .containsExactly(200, 200, 200);
        assertThat(routed.get(2).getMessage().getHeader(CliqtelConstants.SMS_STATUS))
                .isEqualTo("delivered");
    }

    @Test
    void aProcessThatDiedLeavesTheReportToARepeat() throws Exception {
        Ledger ledger = new MemoryLedger();
        Deliveries dead = new Deliveries(
                new ForwardingLedger() {
                    @Override
                    public Claim take(Hold hold, Duration lease, String record, String likeness) {
                        return ledger.take(hold, Duration.ZERO, record, likeness);
                    }
                },
                "x",
                failure -> {});
        WebhookContent report = new com.cliqtel.camel.webhook.verify.EventExamples().report(42);
        assertThat(dead.begin(report).orElseThrow().turn()).isEqualTo(Turn.NOW);
        Deliveries next = new Deliveries(ledger, "x", failure -> {});
        assertThat(next.begin(report).orElseThrow().turn()).isEqualTo(Turn.NOW);
    }

    @Test
    void aReportThatIsOlderOrLowerInRankIsStale() throws Exception {
        WebhookServer server = server();
        for (String body : List.of(
                report(1, "sent", "2026-04-03T10:15:31+00:00"),
                report(1, "delivered", "2026-04-03T10:15:33+00:00"),
                report(1, "queued", "2026-04-03T10:15:30+00:00"),
                report(1, "sent", "2026-04-03T10:15:40+00:00"),
                report(1, "failed", "2026-04-03T10:15:41+00:00"),
                report(1, "read", "2026-04-03T10:15:42+00:00"),
                report(1, "read", "2026-04-03T10:15:32+00:00"),
                report(2, "queued", "2026-04-03T10:15:30+00:00"))) {
            assertThat(post(server, body)).isEqualTo(200);
        }
        assertThat(routed)
                .extracting(exchange -> exchange.getMessage().getHeader(CliqtelConstants.STATUS_STALE))
                .containsExactly(false, false, true, true, false, false, true, false);
    }

    @Test
    void aReportWithAFailedRouteMakesNoOtherStale() throws Exception {
        WebhookServer server = server();
        fails.set(true);
        assertThat(post(server, report(1, "delivered", "2026-04-03T10:15:33+00:00")))
                .isEqualTo(500);
        fails.set(false);
        assertThat(post(server, report(1, "sent", "2026-04-03T10:15:31+00:00"))).isEqualTo(200);
        assertThat(routed.get(1).getMessage().getHeader(CliqtelConstants.STATUS_STALE))
                .isEqualTo(false);
    }

    @Test
    void dropStaleAnswersWithoutTheRoute() throws Exception {
        WebhookServer server = server(new MemoryLedger(), "&dropStale=true");
        assertThat(post(server, report(1, "delivered", "2026-04-03T10:15:33+00:00")))
                .isEqualTo(200);
        assertThat(post(server, report(1, "sent", "2026-04-03T10:15:31+00:00"))).isEqualTo(200);
        assertThat(routed).hasSize(1);
        assertThat(server.consumer().getAnswers()).containsEntry("stale", 1L);
    }

    static Stream<Supplier<Claim>> brokenClaims() {
        return Stream.of(
                () -> {
                    throw new LedgerException("down", null);
                },
                () -> {
                    throw new IllegalStateException("canary");
                },
                () -> {
                    throw new AssertionError("canary");
                },
                () -> null);
    }

    @ParameterizedTest
    @MethodSource("brokenClaims")
    void whatCannotBeClaimedIsNotRoutedAndTheSenderComesAgain(Supplier<Claim> claim) throws Exception {
        AtomicBoolean down = new AtomicBoolean(true);
        WebhookServer server = server(
                new ForwardingLedger() {
                    @Override
                    public Claim take(Hold hold, Duration lease, String record, String likeness) {
                        return down.get() ? claim.get() : super.take(hold, lease, record, likeness);
                    }
                },
                "");
        String body = WebhookServer.report(42, "delivered");
        assertThat(post(server, body)).isEqualTo(503);
        assertThat(routed).isEmpty();
        assertThat(server.consumer().getAnswers()).containsEntry("ledger_down", 1L);
        down.set(false);
        assertThat(post(server, body)).isEqualTo(200);
        assertThat(routed).hasSize(1);
    }

    @Test
    void aLedgerThatFailsInTheMiddleLeavesTheReportToARepeat() throws Exception {
        for (int broken : new int[] {1, 2}) {
            routed.clear();
            java.util.concurrent.atomic.AtomicInteger claims = new java.util.concurrent.atomic.AtomicInteger();
            WebhookServer server = server(
                    new ForwardingLedger() {
                        @Override
                        public Claim take(Hold hold, Duration lease, String record, String likeness) {
                            if (claims.incrementAndGet() == broken) {
                                throw new LedgerException("down", null);
                            }
                            return super.take(hold, lease, record, likeness);
                        }
                    },
                    "");
            String body = WebhookServer.report(42, "delivered");
            assertThat(List.of(post(server, body), post(server, body), post(server, body)))
                    .filteredOn(status -> status == 503)
                    .hasSize(1);
            assertThat(post(server, body)).isEqualTo(200);
            assertThat(routed).hasSize(1);
        }
    }

    @Test
    void thatTheEndCouldNotBeNotedChangesNoAnswer() throws Exception {
        WebhookServer server = server(
                new ForwardingLedger() {
                    @Override
                    public boolean keep(Hold hold, String record) {
                        throw new IllegalStateException("canary");
                    }

                    @Override
                    public void free(Hold hold) {
                        throw new IllegalStateException("canary");
                    }
                },
                "");
        assertThat(post(server, WebhookServer.report(42, "delivered"))).isEqualTo(200);
        fails.set(true);
        assertThat(post(server, WebhookServer.report(43, "delivered"))).isEqualTo(500);
    }

    @Test
    void whatIsUnderWayWhenTheRouteIsSuspendedEndsAsItEnds() throws Exception {
        WebhookServer server = server();
        hold();
        CompletableFuture<Integer> first = posting(server, WebhookServer.report(42, "delivered"));
        awaitRouted(1);
        CompletableFuture<Void> suspending = OwnThread.run(() -> {
            server.context().getRouteController().suspendRoute("hook");
            return null;
        });
        org.awaitility.Awaitility.await().until(() -> post(server, WebhookServer.report(43, "delivered")) == 503);
        held.get().countDown();
        assertThat(first.join()).isEqualTo(200);
        suspending.join();
        assertThat(routed.stream()
                        .map(e -> e.getMessage().getBody(StatusUpdate.class).id())
                        .filter(id -> id == 42))
                .hasSize(1);
    }

    @Test
    void aKeyThatIsRotatedMakesNoOldReportNew() throws Exception {
        Ledger shared = new MemoryLedger();
        String body = WebhookServer.report(42, "delivered");
        WebhookServer before = keyed(shared, "apiKey=" + SECRET);
        WebhookServer after = keyed(shared, "webhookVerifyToken=canary-new-key," + SECRET);
        WebhookServer withItsOwnSecret = keyed(shared, "webhookVerifyToken=" + SECRET);
        assertThat(post(before, body)).isEqualTo(200);
        assertThat(post(after, body)).isEqualTo(200);
        assertThat(post(withItsOwnSecret, body)).isEqualTo(200);
        assertThat(routed).hasSize(1);
    }

    private WebhookServer keyed(Ledger ledger, String options) throws Exception {
        WebhookServer server = WebhookServer.start(new RouteBuilder() {
            @Override
            public void configure() {
                getContext()
                        .getComponent("cliqtel", CliqtelComponent.class)
                        .getLedger()
                        .setLedger(ledger);
                from("cliqtel:webhook?" + options).process(routed::add);
            }
        });
        servers.add(server);
        return server;
    }

    @Test
    void theLedgerMayBeNamedByTheEndpoint() throws Exception {
        Ledger own = new MemoryLedger();
        WebhookServer server = WebhookServer.start(new RouteBuilder() {
            @Override
            public void configure() {
                getContext().getRegistry().bind("own", own);
                from("cliqtel:webhook?ledger=#own&webhookVerifyToken=" + SECRET).process(routed::add);
            }
        });
        servers.add(server);
        assertThat(post(server, WebhookServer.report(42, "delivered"))).isEqualTo(200);
        assertThat(own.toString()).contains("kept=1");
    }

    @Test
    void aLedgerThatIsDownIsSaidOnceInAWhile() throws Exception {
        try (LogCapture lines = LogCapture.of("com.cliqtel.camel.webhook")) {
            WebhookServer server = server(
                    new ForwardingLedger() {
                        @Override
                        public Claim take(Hold hold, Duration lease, String record, String likeness) {
                            throw new LedgerException("down", null);
                        }
                    },
                    "");
            for (int id = 1; id <= 5; id++) {
                assertThat(post(server, WebhookServer.report(id, "delivered"))).isEqualTo(503);
            }
            assertThat(lines.containing("ledger failed webhooks")).hasSize(1);
            assertThat(lines.containing("was answered 503")).hasSize(1);
        }
    }

    @Test
    void textThatNoCharacterSetCanWriteIsAnEventToo() throws Exception {
        WebhookServer server = server();
        assertThat(post(server, "{\"event\":\"x\",\"data\":\"\\ud800\"}")).isEqualTo(200);
        assertThat(routed).hasSize(1);
    }

    @Test
    void theCountsOfEachAnswerAreInJmx() throws Exception {
        WebhookServer server = server();
        post(server, WebhookServer.report(42, "delivered"));
        Object counts = server.managed("hook", "Answers");
        assertThat(counts)
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
                .containsEntry("processed", 1L);
    }
}
