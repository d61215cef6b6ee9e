/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.poll;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import com.cliqtel.camel.fixture.SimulatedAccount;
import com.cliqtel.camel.fixture.TestAccount;
import com.cliqtel.camel.ledger.MemoryLedger;
import com.cliqtel.camel.model.ApiObject;
import com.cliqtel.camel.model.Sms;
import com.cliqtel.camel.simulator.junit5.Cliqtel;
import org.apache.camel.CamelContext;
import org.apache.camel.ConsumerTemplate;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The time between two deliveries of a message to a route that fails. */
class DeliveryAttemptsRouteTest {

    private static final Duration DELAY = Duration.ofMillis(200);
    private static final String POLLING = "startFrom=beginning&initialDelay=1&delay=" + DELAY.toMillis();
    private static final String POISON = "poison";

    private final Map<String, List<Long>> deliveries = new ConcurrentHashMap<>();

    @SimulatedAccount
    private Cliqtel cliqtel;

    private TestAccount account;

    @BeforeEach
    void open() {
        account = TestAccount.of(cliqtel);
        account.component().getLedger().setLedger(new MemoryLedger());
    }

    @AfterEach
    void close() throws Exception {
        account.close();
    }

    private RouteBuilder failing(String uri) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from(uri).routeId("in").errorHandler(noErrorHandler()).process(DeliveryAttemptsRouteTest.this::fail);
            }
        };
    }

    private void fail(Exchange exchange) {
        ApiObject body = exchange.getMessage().getBody(ApiObject.class);
        String text = body instanceof Sms sms ? sms.body() : POISON;
        deliveries.computeIfAbsent(text, first -> new CopyOnWriteArrayList<>()).add(System.nanoTime());
        if (text.equals(POISON)) {
            throw new IllegalStateException("not yet");
        }
    }

    private List<Long> of(String text) {
        return deliveries.getOrDefault(text, List.of());
    }

    private void receive(String text) {
        account.simulator().receive(TestAccount.TO, TestAccount.FROM, text);
    }

    private void assertApart(int attempts) {
        await().until(() -> of(POISON).size() >= attempts);
        List<Long> times = of(POISON);
        for (int i = 1; i < attempts; i++) {
            assertThat(Duration.ofNanos(times.get(i) - times.get(i - 1)))
                    .as("between attempts %d and %d", i, i + 1)
                    .isGreaterThanOrEqualTo(DELAY);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "&greedy=true",
                "&greedy=true&maxMessagesPerPoll=1",
                "&greedy=true&useFixedDelay=false",
                "&greedy=true&backoffMultiplier=2&backoffIdleThreshold=1&backoffErrorThreshold=1"
            })
    void aFailedMessageIsDeliveredAgainAfterTheDelay(String options) throws Exception {
        receive(POISON);
        account.route(failing("cliqtel:inbound?" + POLLING + options));
        assertApart(3);
    }

    @Test
    void aFailedReportIsDeliveredAgainAfterTheDelay() throws Exception {
        account.close();
        // in one status only, since the next status is delivered at once
        account = TestAccount.of(cliqtel, simulator -> simulator.deliveryTime(Duration.ZERO));
        account.component().getLedger().setLedger(new MemoryLedger());
        account.call("cliqtel:send?to=" + TestAccount.TO, "canary text");
        account.route(failing("cliqtel:status?greedy=true&" + POLLING));
        assertApart(3);
    }

    @Test
    void messagesAfterAFailedOneDontWaitForItsDelay() throws Exception {
        receive(POISON);
        for (int i = 0; i < 20; i++) {
            receive("good " + i);
        }
        account.route(failing(
                "cliqtel:inbound?greedy=true&maxMessagesPerPoll=1&startFrom=beginning&initialDelay=1&delay=3600000"));
        await().until(() -> deliveries.size() == 21);
        assertThat(deliveries.values()).allSatisfy(times -> assertThat(times).hasSize(1));
    }

    @Test
    void aRestartOfTheRouteKeepsTheFailedMessage() throws Exception {
        receive(POISON);
        account.route(failing("cliqtel:inbound?greedy=true&" + POLLING));
        assertApart(2);
        account.context().getRouteController().stopRoute("in");
        int before = of(POISON).size();
        account.context().getRouteController().startRoute("in");
        await().until(() -> of(POISON).size() > before);
    }

    @Test
    void aConsumerTemplateGetsAFailedMessageAgainAfterTheDelay() throws Exception {
        receive(POISON);
        CamelContext context = account.context();
        context.start();
        try (ConsumerTemplate template = context.createConsumerTemplate()) {
            for (int i = 0; i < 3; i++) {
                Exchange exchange = template.receive("cliqtel:inbound?startFrom=beginning&delay=200", 20_000);
                failed(exchange);
                template.doneUoW(exchange);
            }
        }
        assertApart(3);
    }

    private void failed(Exchange exchange) {
        try {
            fail(exchange);
        } catch (IllegalStateException failed) {
            exchange.setException(failed);
        }
    }

    @Test
    void pollEnrichGetsAFailedMessageAgainAfterTheDelay() throws Exception {
        receive(POISON);
        account.route(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:ask")
                        .errorHandler(noErrorHandler())
                        .pollEnrich("cliqtel:inbound?startFrom=beginning&delay=200", 20_000)
                        .process(DeliveryAttemptsRouteTest.this::fail);
            }
        });
        for (int i = 0; i < 3; i++) {
            account.context().createProducerTemplate().send("direct:ask", exchange -> {});
        }
        assertApart(3);
    }
}
