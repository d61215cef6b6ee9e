/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.account;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import com.cliqtel.camel.CliqtelComponent;
import com.cliqtel.camel.CliqtelConstants;
import com.cliqtel.camel.CliqtelProducer;
import com.cliqtel.camel.error.CliqtelThrottledException;
import com.cliqtel.camel.error.CliqtelUnavailableException;
import com.cliqtel.camel.error.ErrorCode;
import com.cliqtel.camel.error.Outcome;
import com.cliqtel.camel.fixture.SimulatedAccount;
import com.cliqtel.camel.fixture.TestAccount;
import com.cliqtel.camel.limit.LimiterSettings;
import com.cliqtel.camel.limit.PerAccountRateLimiter;
import com.cliqtel.camel.limit.PermitTicket;
import com.cliqtel.camel.limit.WakeUpTimer;
import com.cliqtel.camel.limit.Window;
import com.cliqtel.camel.simulator.junit5.Cliqtel;
import com.cliqtel.camel.simulator.limit.WindowKind;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

/** The account's quota, kept over real HTTP: no refusal, no thread that waits, no exchange that never ends. */
class QuotaRouteTest {

    private static final Window SHORT_MINUTE = new Window(Duration.ofSeconds(2), Duration.ofMillis(50));
    private static final Window SHORT_SECOND = new Window(Duration.ofMillis(300), Duration.ofMillis(20));

    private static RouteBuilder route() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in").to("cliqtel:send?to=+31612345678");
            }
        };
    }

    /** Hands exchanges over without waiting for them; each is counted when it ends. */
    private static List<CompletableFuture<Exchange>> handOver(TestAccount account, String uri, int count) {
        return IntStream.range(0, count)
                .mapToObj(
                        i -> account.context().createProducerTemplate().asyncSend(uri, exchange -> exchange.getMessage()
                                .setBody("canary " + i)))
                .toList();
    }

    @ParameterizedTest
    @EnumSource(WindowKind.class)
    @Timeout(60)
    void whateverKindOfWindowTheServerHasItRefusesNothing(WindowKind kind, @SimulatedAccount Cliqtel cliqtel)
            throws Exception {
        try (TestAccount account = TestAccount.of(cliqtel, simulator -> simulator
                .requestsPerMinute(20)
                .messagesPerSecond(5)
                .windowLengths(SHORT_MINUTE.length(), SHORT_SECOND.length())
                .window(kind))) {
            account.component()
                    .getLimit()
                    .setRateLimiter(new PerAccountRateLimiter(
                            new LimiterSettings(20, 5, 1, SHORT_MINUTE, SHORT_SECOND),
                            System::nanoTime,
                            WakeUpTimer.ofTheJdk()));
            account.route(route());
            List<CompletableFuture<Exchange>> sent = handOver(account, "direct:in", 50);
            sent.forEach(each -> assertThat(each.join().getException()).isNull());
            assertThat(account.simulator().calls())
                    .extracting(call -> call.status())
                    .containsOnly(201)
                    .hasSize(50);
        }
    }

    @ParameterizedTest
    @EnumSource(WindowKind.class)
    @Timeout(60)
    void aRestartAfterTheWholeQuotaWasUsedIsRefusedOnceAtMost(WindowKind kind, @SimulatedAccount Cliqtel cliqtel)
            throws Exception {
        for (int start = 0; start < 2; start++) {
            try (TestAccount account = start > 0
                    ? TestAccount.of(cliqtel)
                    : TestAccount.of(cliqtel, simulator -> simulator
                            .requestsPerMinute(20)
                            .messagesPerSecond(100)
                            .windowLengths(SHORT_MINUTE.length(), SHORT_SECOND.length())
                            .window(kind))) {
                account.component()
                        .getLimit()
                        .setRateLimiter(new PerAccountRateLimiter(
                                new LimiterSettings(20, 0, 1, SHORT_MINUTE, SHORT_SECOND),
                                System::nanoTime,
                                WakeUpTimer.ofTheJdk()));
                account.route(route());
                handOver(account, "direct:in", 20)
                        .forEach(each -> assertThat(each.join().getException()).isNull());
            }
        }
        assertThat(cliqtel.simulator().messages()).hasSize(40);
        assertThat(cliqtel.simulator().calls())
                .filteredOn(call -> call.status() == 429)
                .hasSizeLessThanOrEqualTo(1);
    }

    @Test
    @Timeout(60)
    void withTheUsualLimitsABurstOfAMinutesRequestsGoesOutAtOnceAndTheNextWaitsOrFails(
            @SimulatedAccount Cliqtel cliqtel) throws Exception {
        try (TestAccount account = TestAccount.of(cliqtel)) {
            account.component().getLimit().setRequestsPerMinute(60);
            account.component().getRetry().setMaxWait(Duration.ofSeconds(5));
            account.route(route());
            for (int i = 0; i < 60; i++) {
                assertThat(account.call("cliqtel:numbers", null).getException()).isNull();
            }
            Exchange late = account.call("direct:in", "canary");
            assertThat(late.getException()).isInstanceOfSatisfying(CliqtelThrottledException.class, throttled -> {
                assertThat(throttled.getCode()).isEqualTo(ErrorCode.NO_PERMIT);
                assertThat(throttled.getRetryAfter()).isBetween(Duration.ofSeconds(40), Duration.ofSeconds(61));
            });
            assertThat(late.getMessage().getHeader(CliqtelConstants.RETRY_AFTER))
                    .isNotNull();
            assertThat(account.simulator().calls()).hasSize(60);
        }
    }

    @Test
    @Timeout(120)
    void tenThousandExchangesWaitWithoutAThreadAndAreEndedOnceEachByTheShutdown(@SimulatedAccount Cliqtel cliqtel)
            throws Exception {
        int count = 10_000;
        AtomicInteger ends = new AtomicInteger();
        List<Throwable> failures = Collections.synchronizedList(new ArrayList<>());
        TestAccount account = TestAccount.of(cliqtel);
        try (account) {
            account.component().getLimit().setRequestsPerMinute(1);
            account.component().getRetry().setMaxWait(Duration.ofDays(30));
            account.component().getRetry().setMaxRetries(0);
            account.route(route());
            account.context().getShutdownStrategy().setTimeout(1);
            assertThat(account.call("cliqtel:numbers", null).getException()).isNull();
            Endpoint send = account.context().getEndpoint("cliqtel:send");
            CliqtelProducer producer = (CliqtelProducer) send.createProducer();
            producer.start();
            List<Exchange> exchanges = IntStream.range(0, count)
                    .mapToObj(i -> {
                        Exchange exchange = new DefaultExchange(account.context());
                        exchange.getMessage().setBody("canary");
                        exchange.getMessage().setHeader(CliqtelConstants.TO, "+3161" + (1_000_000 + i));
                        return exchange;
                    })
                    .toList();
            int threads = Thread.activeCount();
            long before = usedBytes();
            for (Exchange exchange : exchanges) {
                assertThat(producer.process(exchange, doneSync -> {
                            ends.incrementAndGet();
                            failures.add(exchange.getException());
                        }))
                        .isFalse();
            }
            long bytes = (usedBytes() - before) / count;
            int more = Thread.activeCount() - threads;
            System.out.println("waiting exchanges: " + count + ", threads more: " + more + ", bytes each"
                    + " besides the exchange itself: " + bytes);
            assertThat(more).isLessThan(10);
            assertThat(bytes).isLessThan(2_048);
            assertThat(ends).hasValue(0);
        }
        await().until(() -> ends.get() >= count);
        assertThat(ends).hasValue(count);
        assertThat(failures).hasSize(count).allSatisfy(failure -> assertThat(failure)
                .isInstanceOfSatisfying(CliqtelUnavailableException.class, unavailable -> {
                    assertThat(unavailable.getOutcome()).isEqualTo(Outcome.NOT_SENT);
                    assertThat(unavailable.getCode()).isEqualTo(ErrorCode.SHUTTING_DOWN);
                }));
        assertThat(account.simulator().messages()).isEmpty();
    }

    private static long usedBytes() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    @Test
    void usesTheLimiterBean(@SimulatedAccount Cliqtel cliqtel) throws Exception {
        AtomicInteger asked = new AtomicInteger();
        try (TestAccount account = TestAccount.of(cliqtel)) {
            account.component().getLimit().setRateLimiter(request -> {
                asked.incrementAndGet();
                return PermitTicket.of(CompletableFuture.completedFuture(observed -> {}));
            });
            account.route(route());
            assertThat(account.call("direct:in", "canary").getException()).isNull();
            assertThat(asked).hasValue(1);
        }
    }

    @Test
    void aLimiterThatBreaksLetsNothingOutAndSaysSo(@SimulatedAccount Cliqtel cliqtel) throws Exception {
        try (TestAccount account = TestAccount.of(cliqtel)) {
            account.component().getRetry().setMaxRetries(0);
            account.component().getLimit().setRateLimiter(request -> {
                throw new IllegalStateException("no grid");
            });
            account.route(route());
            assertThat(account.call("direct:in", "canary").getException())
                    .isInstanceOfSatisfying(
                            CliqtelUnavailableException.class,
                            failure -> assertThat(failure.getOutcome()).isEqualTo(Outcome.NOT_SENT));
            assertThat(account.simulator().calls()).isEmpty();
        }
    }

    @Test
    void badLimitsAreRefusedWhenTheComponentStarts(@SimulatedAccount Cliqtel cliqtel) throws Exception {
        try (TestAccount account = TestAccount.of(cliqtel)) {
            CliqtelComponent component = new CliqtelComponent();
            component.setCamelContext(account.context());
            component.getLimit().setQuotaShare(0.0);
            assertThat(catchThrowable(component::start)).hasMessageContaining("quotaShare");
        }
    }
}
