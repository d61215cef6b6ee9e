/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.poll;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;

import com.cliqtel.camel.CliqtelComponent;
import com.cliqtel.camel.CliqtelConstants;
import com.cliqtel.camel.fixture.EmptyLedger;
import com.cliqtel.camel.fixture.ForwardingLedger;
import com.cliqtel.camel.fixture.OwnThread;
import com.cliqtel.camel.fixture.SimulatedAccount;
import com.cliqtel.camel.fixture.TestAccount;
import com.cliqtel.camel.ledger.Claim;
import com.cliqtel.camel.ledger.Closing;
import com.cliqtel.camel.ledger.Hold;
import com.cliqtel.camel.ledger.Ledger;
import com.cliqtel.camel.ledger.MemoryLedger;
import com.cliqtel.camel.model.Sms;
import com.cliqtel.camel.simulator.fault.Fault;
import com.cliqtel.camel.simulator.fault.FaultRule;
import com.cliqtel.camel.simulator.fault.Symptom;
import com.cliqtel.camel.simulator.junit5.Cliqtel;
import com.cliqtel.camel.simulator.time.ManualTime;
import com.cliqtel.camel.simulator.time.SimulatedTime;
import org.apache.camel.CamelContext;
import org.apache.camel.ConsumerTemplate;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.ScheduledPollConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** Routes from {@code cliqtel:inbound}, polled by hand or by the scheduler. */
class InboundRouteTest {

    private static final String CUSTOMER = "+31687654321";
    private static final String BY_HAND = "?startScheduler=false&delay=1";

    private final List<Exchange> routed = new CopyOnWriteArrayList<>();
    private final Ledger ledger = new MemoryLedger();

    @SimulatedAccount
    private Cliqtel cliqtel;

    private TestAccount account;

    @BeforeEach
    void open() {
        account = TestAccount.of(cliqtel);
        account.component().getLedger().setLedger(ledger);
    }

    @AfterEach
    void close() throws Exception {
        account.close();
    }

    private TestAccount route(String uri) throws Exception {
        return account.route(routes(uri));
    }

    private RouteBuilder routes(String uri) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from(uri).routeId("in").process(exchange -> routed.add(exchange.copy()));
            }
        };
    }

    private void poll() {
        poll(account.context());
    }

    private static void poll(CamelContext context) {
        // a message that failed in the last poll is delivered again only after the delay
        long asked = System.nanoTime();
        await().until(() -> System.nanoTime() - asked > 1_000_000);
        ((ScheduledPollConsumer) context.getRoute("in").getConsumer()).run();
    }

    private List<String> texts() {
        return routed.stream()
                .map(exchange -> exchange.getMessage().getBody(Sms.class).body())
                .toList();
    }

    private void receive(String text) {
        account.simulator().receive(CUSTOMER, TestAccount.FROM, text);
    }

    @Test
    void eachMessageComesOnceOldestFirstTypedAndWithItsFacts() throws Exception {
        route("cliqtel:inbound" + BY_HAND);
        poll();
        receive("one");
        receive("two");
        poll();
        poll();

        assertThat(texts()).containsExactly("one", "two");
        Map<String, Object> headers = routed.get(0).getMessage().getHeaders();
        assertThat(headers)
                .containsEntry(CliqtelConstants.SMS_FROM, CUSTOMER)
                .containsEntry(CliqtelConstants.SMS_TO, TestAccount.FROM)
                .containsEntry(CliqtelConstants.SMS_DIRECTION, "inbound")
                .containsKeys(CliqtelConstants.MESSAGE_ID, CliqtelConstants.CREATED_AT, Exchange.MESSAGE_TIMESTAMP);
        assertThat(headers.keySet()).allMatch(name -> name.startsWith("Camel"));
        assertThat(headers).doesNotContainKeys(CliqtelConstants.TO, CliqtelConstants.FROM);
        assertThat(routed.get(0).getProperty(Exchange.BATCH_SIZE)).isEqualTo(2);
        assertThat(routed.get(0).getProperty(Exchange.BATCH_COMPLETE)).isEqualTo(false);
        assertThat(routed.get(1).getProperty(Exchange.BATCH_INDEX)).isEqualTo(1);
        assertThat(routed.get(1).getProperty(Exchange.BATCH_COMPLETE)).isEqualTo(true);
    }

    @Test
    void theSchedulerPolls() throws Exception {
        route("cliqtel:inbound?initialDelay=1&delay=20");
        await().until(() -> !account.simulator().calls().isEmpty());
        receive("one");
        await().until(() -> texts().equals(List.of("one")));
    }

    @Test
    void whatWasThereBeforeTheFirstStartIsLeftAloneByTheServersClock() throws Exception {
        account.close();
        ManualTime time = SimulatedTime.manual(Instant.parse("2026-04-03T10:15:30Z"));
        account = TestAccount.of(cliqtel, simulator -> simulator.time(time));
        receive("before");
        time.advance(Duration.ofSeconds(10));
        route("cliqtel:inbound" + BY_HAND);
        receive("after");
        poll();
        assertThat(texts()).containsExactly("after");
    }

    @Test
    void fromTheBeginningEverythingComes() throws Exception {
        receive("before");
        route("cliqtel:inbound" + BY_HAND + "&startFrom=beginning");
        poll();
        assertThat(texts()).containsExactly("before");
    }

    @Test
    void fromATimeWrittenWithAPlusInTheUri() throws Exception {
        receive("before");
        route("cliqtel:inbound" + BY_HAND + "&startFrom=2999-01-01T00:00:00+02:00");
        poll();
        assertThat(texts()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0001-01-01T00:00:00Z", "-999999999-01-01T00:00:00Z", "9999-12-31T23:59:59Z"})
    void deliversAMessageWhateverTimeItWasMadeAt(String time) throws Exception {
        String message = "{\"data\":[{\"id\":7,\"body\":\"one\",\"direction\":\"inbound\",\"created_at\":\"" + time
                + "\"}],\"meta\":{\"total\":1,\"page\":1,\"per_page\":100,\"total_pages\":1}}";
        account.simulator()
                .faults()
                .add(FaultRule.calls(Fault.beforeAcceptance(Symptom.status(200).json(message))));
        route("cliqtel:inbound" + BY_HAND + "&startFrom=beginning");
        poll();
        poll();
        assertThat(texts()).containsExactly("one");
    }

    @Test
    void aConsumerTemplateGetsAMessageOfTheYearOne() throws Exception {
        String message =
                "{\"data\":[{\"id\":7,\"body\":\"one\",\"direction\":\"inbound\",\"created_at\":\"0001-01-01T00:00:00Z"
                        + "\"}],\"meta\":{\"total\":1,\"page\":1,\"per_page\":100,\"total_pages\":1}}";
        account.simulator()
                .faults()
                .add(FaultRule.calls(Fault.beforeAcceptance(Symptom.status(200).json(message))));
        account.context().start();
        try (ConsumerTemplate template = account.context().createConsumerTemplate()) {
            String uri = "cliqtel:inbound?startFrom=beginning&delay="
                    + Duration.ofDays(365).toMillis();
            assertThat(template.receiveBody(uri, 5_000, Sms.class).body()).isEqualTo("one");
        }
    }

    @Test
    void aRestartGoesOnWhereItWas() throws Exception {
        route("cliqtel:inbound" + BY_HAND);
        poll();
        receive("one");
        poll();
        account.context().stop();
        receive("two");
        try (CamelContext again = TestAccount.contextFor(account.simulator())) {
            again.getComponent("cliqtel", CliqtelComponent.class).getLedger().setLedger(ledger);
            again.addRoutes(routes("cliqtel:inbound" + BY_HAND));
            again.start();
            poll(again);
        }
        assertThat(texts()).containsExactly("one", "two");
    }

    @Test
    void aFailedMessageIsOfferedAgainAndDoesNotBlockOthers() throws Exception {
        AtomicInteger failures = new AtomicInteger(2);
        account.route(new RouteBuilder() {
            @Override
            public void configure() {
                from("cliqtel:inbound" + BY_HAND)
                        .routeId("in")
                        .errorHandler(noErrorHandler())
                        .process(exchange -> {
                            boolean first = exchange.getMessage()
                                    .getBody(Sms.class)
                                    .body()
                                    .equals("one");
                            if (first && failures.getAndDecrement() > 0) {
                                throw new IllegalStateException("not yet");
                            }
                            routed.add(exchange.copy());
                        });
            }
        });
        poll();
        receive("one");
        receive("two");
        poll();
        assertThat(texts()).containsExactly("two");
        poll();
        poll();
        poll();
        assertThat(texts()).containsExactly("two", "one");
    }

    @Test
    void aLedgerThatFailsInTheMiddleHoldsNothingBackForGood() throws Exception {
        AtomicInteger claims = new AtomicInteger();
        account.component().getLedger().setLedger(new ForwardingLedger() {
            @Override
            public Claim take(Hold hold, Duration lease, String record, String likeness) {
                if (claims.incrementAndGet() % 2 == 0) {
                    throw new IllegalStateException("canary: down");
                }
                return super.take(hold, lease, record, likeness);
            }
        });
        route("cliqtel:inbound" + BY_HAND);
        poll();
        List<String> sent = List.of("a", "b", "c", "d", "e");
        sent.forEach(this::receive);
        for (int i = 0; i < 12; i++) {
            poll();
        }
        assertThat(texts()).containsExactlyElementsOf(sent);
    }

    @Test
    void aLedgerThatCannotKeepThePositionIsReportedAndNothingRepeats() throws Exception {
        account.component().getLedger().setLedger(new ForwardingLedger() {
            @Override
            public void position(String name, String value) {
                if (value.split(" ").length <= 4) {
                    super.position(name, value);
                } else {
                    throw new IllegalStateException("canary: down");
                }
            }

            @Override
            public Closing close(Hold hold, String record, String message) {
                throw new IllegalStateException("canary: down");
            }
        });
        route("cliqtel:inbound" + BY_HAND);
        poll();
        receive("one");
        poll();
        receive("two");
        poll();
        poll();
        assertThat(texts()).containsExactly("one", "two");
    }

    @Test
    void aPositionThatCannotBeReadIsNotTakenForNone() throws Exception {
        account.component().getLedger().setLedger(new ForwardingLedger() {
            @Override
            public java.util.Optional<String> position(String name) {
                return java.util.Optional.of("{}");
            }
        });
        route("cliqtel:inbound" + BY_HAND);
        receive("one");
        poll();
        assertThat(texts()).isEmpty();
        assertThat(account.simulator().calls()).isEmpty();
    }

    @Test
    void anErrorInTheRouteIsAFailureAndEndsNoPolling() throws Exception {
        AtomicInteger offered = new AtomicInteger();
        account.route(new RouteBuilder() {
            @Override
            public void configure() {
                from("cliqtel:inbound?initialDelay=1&delay=10")
                        .routeId("in")
                        .errorHandler(noErrorHandler())
                        .process(exchange -> {
                            if (offered.incrementAndGet() == 1) {
                                throw new NoClassDefFoundError("missing");
                            }
                            routed.add(exchange.copy());
                        });
            }
        });
        await().until(() -> !account.simulator().calls().isEmpty());
        receive("one");
        await().until(() -> texts().equals(List.of("one")));
        await().until(() -> account.context().getInflightRepository().size("in") == 0);
    }

    @Test
    void aFailedMessageIsOfferedAgainAfterARestartHoweverManyHaveComeSince() throws Exception {
        account.close();
        ManualTime time = SimulatedTime.manual(Instant.parse("2026-04-03T10:15:30Z"));
        account = TestAccount.of(cliqtel, simulator -> simulator.time(time));
        // so that the position alone has to know
        Ledger forgetful = new EmptyLedger();
        account.component().getLedger().setLedger(forgetful);
        AtomicInteger failures = new AtomicInteger(3);
        account.route(new RouteBuilder() {
            @Override
            public void configure() {
                from("cliqtel:inbound" + BY_HAND)
                        .routeId("in")
                        .errorHandler(noErrorHandler())
                        .process(exchange -> {
                            if (exchange.getMessage().getBody(Sms.class).body().equals("poison")
                                    && failures.getAndDecrement() > 0) {
                                throw new IllegalStateException("not yet");
                            }
                            routed.add(exchange.copy());
                        });
            }
        });
        poll();
        receive("poison");
        for (int i = 0; i < 3; i++) {
            time.advance(Duration.ofMinutes(10));
            receive("after " + i);
            poll();
        }
        account.context().getRouteController().stopRoute("in");
        account.context().getRouteController().startRoute("in");
        poll();
        assertThat(texts()).containsExactly("after 0", "after 1", "after 2", "poison");
    }

    @Test
    void callsTheExceptionHandlerAfterTheLastDeliveryAttempt() throws Exception {
        Map<String, Integer> handled = new ConcurrentHashMap<>();
        account.context().getRegistry().bind("counting", new org.apache.camel.spi.ExceptionHandler() {
            @Override
            public void handleException(Throwable exception) {
                handled.merge("?", 1, Integer::sum);
            }

            @Override
            public void handleException(String message, Throwable exception) {
                handled.merge(message, 1, Integer::sum);
            }

            @Override
            public void handleException(String message, Exchange exchange, Throwable exception) {
                handled.merge(exchange.getMessage().getBody(Sms.class).body(), 1, Integer::sum);
            }
        });
        AtomicInteger offered = new AtomicInteger();
        account.route(new RouteBuilder() {
            @Override
            public void configure() {
                from("cliqtel:inbound" + BY_HAND + "&maxDeliveryAttempts=3&exceptionHandler=#counting")
                        .routeId("in")
                        .errorHandler(noErrorHandler())
                        .process(exchange -> {
                            offered.incrementAndGet();
                            throw new IllegalStateException("never");
                        });
            }
        });
        poll();
        receive("poison");
        for (int i = 0; i < 6; i++) {
            poll();
        }
        assertThat(offered).hasValue(3);
        assertThat(handled).containsExactly(Map.entry("poison", 1));
    }

    @Test
    void deliversAtMostMaxMessagesPerPollAndTheRestWithoutAnotherList() throws Exception {
        route("cliqtel:inbound" + BY_HAND + "&maxMessagesPerPoll=2");
        poll();
        for (String text : List.of("a", "b", "c", "d", "e")) {
            receive(text);
        }
        int before = account.simulator().calls().size();
        poll();
        assertThat(texts()).containsExactly("a", "b");
        poll();
        poll();
        assertThat(texts()).containsExactly("a", "b", "c", "d", "e");
        assertThat(account.simulator().calls()).hasSize(before + 1);
    }

    @Test
    void filtersByTheReceivingNumber() throws Exception {
        route("cliqtel:inbound" + BY_HAND + "&numberId=6");
        poll();
        receive("to number 11");
        account.simulator().receive(CUSTOMER, "+16315950406", "to number 6");
        poll();
        assertThat(texts()).containsExactly("to number 6");
    }

    @Test
    void shortCodesAndNamesPassAsTheyCame() throws Exception {
        route("cliqtel:inbound" + BY_HAND);
        poll();
        account.simulator().receive("MyBank", TestAccount.FROM, "one");
        account.simulator().receive("4711", TestAccount.FROM, "two");
        poll();
        assertThat(routed)
                .extracting(exchange -> exchange.getMessage().getHeader(CliqtelConstants.SMS_FROM))
                .containsExactly("MyBank", "4711");
    }

    @Test
    void twoReadersOfTheSameMessagesAreRefused() {
        assertThatThrownBy(() -> account.route(new RouteBuilder() {
                    @Override
                    public void configure() {
                        from("cliqtel:inbound" + BY_HAND).process(e -> {});
                        from("cliqtel:inbound" + BY_HAND + "&initialDelay=2").process(e -> {});
                    }
                }))
                .hasMessageContaining("polled twice");
    }

    @Test
    void aRouteThatCouldNotStartLeavesTheMessagesToAnother() throws Exception {
        ScheduledExecutorService ended = Executors.newScheduledThreadPool(1);
        ended.shutdownNow();
        account.context().getRegistry().bind("pool", ended);
        account.context().start();
        assertThatThrownBy(() -> account.context().addRoutes(new RouteBuilder() {
                    @Override
                    public void configure() {
                        from("cliqtel:inbound?scheduledExecutorService=#pool").process(exchange -> {});
                    }
                }))
                .isNotNull();
        account.context().addRoutes(routes("cliqtel:inbound" + BY_HAND + "&startFrom=beginning"));
        receive("one");
        poll();
        assertThat(texts()).containsExactly("one");
    }

    @Test
    void aConsumerTemplateGetsThemOneByOneAndAnUnfinishedOneAgain() throws Exception {
        account.context().start();
        receive("one");
        receive("two");
        String uri = "cliqtel:inbound?startFrom=beginning&delay=10";
        try (ConsumerTemplate template = account.context().createConsumerTemplate()) {
            assertThat(template.receiveBody(uri, 5_000, Sms.class).body()).isEqualTo("one");
            Exchange failing = template.receive(uri, 5_000);
            assertThat(failing.getMessage().getBody(Sms.class).body()).isEqualTo("two");
            failing.setException(new IllegalStateException("no"));
            template.doneUoW(failing);
            assertThat(template.receiveBody(uri, 5_000, Sms.class).body()).isEqualTo("two");
            assertThat(template.receiveBodyNoWait(uri)).isNull();
            assertThat(template.receiveBody(uri, 30)).isNull();
        }
    }

    @Test
    void pollEnrichTakesOneAndItCountsWhenTheExchangeHasEnded() throws Exception {
        AtomicInteger attempts = new AtomicInteger();
        account.route(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:ask")
                        .errorHandler(noErrorHandler())
                        .pollEnrich("cliqtel:inbound?startFrom=beginning&delay=1", 5_000)
                        .process(exchange -> {
                            if (attempts.incrementAndGet() == 1) {
                                throw new IllegalStateException("no");
                            }
                            routed.add(exchange.copy());
                        });
            }
        });
        receive("one");
        for (int i = 0; i < 2; i++) {
            account.context().createProducerTemplate().send("direct:ask", exchange -> {});
        }
        assertThat(texts()).containsExactly("one");
    }

    @Test
    void manyExchangesMayPollEnrichFromOneEndpointAtOnce() throws Exception {
        account.route(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:ask")
                        .pollEnrich("cliqtel:inbound?startFrom=beginning&delay=10", 5_000)
                        .process(exchange -> routed.add(exchange.copy()));
                from("direct:also")
                        .pollEnrich("cliqtel:inbound?startFrom=beginning&delay=10", 5_000)
                        .process(exchange -> routed.add(exchange.copy()));
            }
        });
        List<CompletableFuture<Exchange>> asking = new ArrayList<>();
        for (String route : List.of("direct:ask", "direct:ask", "direct:ask", "direct:also")) {
            asking.add(OwnThread.run(
                    () -> account.context().createProducerTemplate().send(route, exchange -> {})));
        }
        List.of("a", "b", "c", "d").forEach(this::receive);
        assertThat(asking)
                .allSatisfy(asked -> assertThat(asked.join().getException()).isNull());
        assertThat(texts()).containsExactlyInAnyOrder("a", "b", "c", "d");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "startFrom=yesterday",
                "overlap=-1",
                "maxDeliveryAttempts=0",
                "maxMessagesPerPoll=-1",
                "giveUpAfter=3d",
                "perPage=3",
                "webhookPath=/x"
            })
    void nonsenseInAnOptionIsSaidWhereTheEndpointIsWritten(String nonsense) {
        assertThatThrownBy(() -> account.context().getEndpoint("cliqtel:inbound?" + nonsense))
                .rootCause()
                .hasMessageContaining(nonsense.substring(0, nonsense.indexOf('=')));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cliqtel:send?delay=5", "cliqtel:webhook?greedy=true", "cliqtel:list?scheduler.x=1"})
    void schedulerOptionsAreForThoseThatPoll(String uri) {
        assertThatThrownBy(() -> account.context().getEndpoint(uri)).rootCause().hasMessageContaining("option");
    }
}
