/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.webhook;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import com.cliqtel.camel.CliqtelComponent;
import com.cliqtel.camel.CliqtelConstants;
import com.cliqtel.camel.fixture.WebhookServer;
import com.cliqtel.camel.ledger.Databases;
import com.cliqtel.camel.ledger.JdbcLedger;
import com.cliqtel.camel.model.StatusUpdate;
import org.apache.camel.builder.RouteBuilder;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static com.cliqtel.camel.fixture.WebhookServer.SECRET;
import static org.assertj.core.api.Assertions.assertThat;

/** Reports in any order, some of them twice, some of them at once, to two nodes that share a database; routes that fail at times. */
@Timeout(120)
class WebhookOrderRouteTest {

    private static final int MESSAGES = 60;
    private static final int SENDERS = 12;
    private static final OffsetDateTime START = OffsetDateTime.parse("2026-04-03T10:15:30Z");

    private final Map<Long, String> states = new ConcurrentHashMap<>();
    private final Map<String, Integer> ended = new ConcurrentHashMap<>();
    private final Map<String, Integer> begun = new ConcurrentHashMap<>();
    private final Map<Long, AtomicInteger> atOnce = new ConcurrentHashMap<>();

    private WebhookServer node(JdbcConnectionPool database) throws Exception {
        return WebhookServer.start(new RouteBuilder() {
            @Override
            public void configure() {
                getContext()
                        .getComponent("cliqtel", CliqtelComponent.class)
                        .getLedger()
                        .setLedger(new JdbcLedger(database));
                from("cliqtel:webhook?webhookVerifyToken=" + SECRET)
                        .routeId("hook")
                        .errorHandler(noErrorHandler())
                        .process(exchange -> route(
                                exchange.getMessage().getBody(StatusUpdate.class),
                                exchange.getMessage().getHeader(CliqtelConstants.STATUS_STALE, Boolean.class)));
            }
        });
    }

    private void route(StatusUpdate report, boolean stale) {
        AtomicInteger inRoute = atOnce.computeIfAbsent(report.id(), id -> new AtomicInteger());
        assertThat(inRoute.incrementAndGet()).isEqualTo(1);
        try {
            String event = report.id() + " " + report.status();
            if (begun.merge(event, 1, Integer::sum) == 1 && event.hashCode() % 5 == 0) {
                throw new IllegalStateException("not now");
            }
            ended.merge(event, 1, Integer::sum);
            if (!stale) {
                states.put(report.id(), report.status().word());
            }
        } finally {
            inRoute.decrementAndGet();
        }
    }

    private static List<String> history(long id, Random random, Map<Long, String> truth) {
        List<String> reports = new ArrayList<>();
        int second = 0;
        for (String status : List.of("queued", "sent", random.nextBoolean() ? "delivered" : "failed")) {
            if (!status.equals("queued") || random.nextBoolean()) {
                reports.add(WebhookServer.report(id, status)
                        .replaceAll(
                                "\"updated_at\":\"[^\"]*\"", "\"updated_at\":\"" + START.plusSeconds(second) + "\""));
                truth.put(id, status);
            }
            second += random.nextInt(2);
        }
        return reports;
    }

    private static int untilTaken(List<WebhookServer> nodes, String report, Random random) throws Exception {
        int attempts = 0;
        int status = 0;
        while (status != 200) {
            WebhookServer node = nodes.get(random.nextInt(nodes.size()));
            status = node.send(node.signed(report)).statusCode();
            assertThat(status).isIn(200, 500, 503);
            attempts++;
        }
        return attempts;
    }

    @Test
    void eachReportIsProcessedOnceAndIgnoringStaleOnesIsCorrect() throws Exception {
        Random random = new Random(42);
        Map<Long, String> truth = new ConcurrentHashMap<>();
        List<String> reports = new ArrayList<>();
        for (long id = 1; id <= MESSAGES; id++) {
            List<String> history = history(id, random, truth);
            reports.addAll(history);
            history.stream().filter(report -> random.nextBoolean()).forEach(reports::add);
        }
        Collections.shuffle(reports, random);
        long events = reports.stream().distinct().count();

        JdbcConnectionPool database = Databases.pool(Databases.h2InMemory());
        ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
        try (WebhookServer one = node(database);
                WebhookServer other = node(database)) {
            List<Future<Integer>> sending = new ArrayList<>();
            for (String report : reports) {
                Random own = new Random(random.nextLong());
                sending.add(senders.submit(() -> untilTaken(List.of(one, other), report, own)));
            }
            for (Future<Integer> each : sending) {
                each.get();
            }
        } finally {
            senders.shutdownNow();
            database.dispose();
        }
        assertThat(ended)
                .hasSize((int) events)
                .allSatisfy((event, times) -> assertThat(times).as(event).isEqualTo(1));
        assertThat(states).isEqualTo(truth);
    }
}
