/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.send;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import com.cliqtel.camel.error.CliqtelUnavailableException;
import com.cliqtel.camel.error.ErrorCode;
import com.cliqtel.camel.error.Outcome;
import com.cliqtel.camel.fixture.FaultyServer;
import com.cliqtel.camel.fixture.SimulatedAccount;
import com.cliqtel.camel.fixture.TestAccount;
import com.cliqtel.camel.simulator.fault.Fault;
import com.cliqtel.camel.simulator.fault.FaultRule;
import com.cliqtel.camel.simulator.fault.Symptom;
import com.cliqtel.camel.simulator.junit5.Cliqtel;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.engine.DefaultShutdownStrategy;
import org.apache.camel.support.SynchronizationAdapter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Sends that wait while the Camel context stops, with Camel's default shutdown timeout of 45 seconds. */
@Timeout(40)
class StoppingRouteTest {

    @SimulatedAccount
    private Cliqtel cliqtel;

    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();

    /** Exchanges don't end before. */
    private volatile CountDownLatch end = new CountDownLatch(0);

    private TestAccount account;

    @BeforeEach
    void open() {
        account = TestAccount.of(cliqtel);
    }

    @AfterEach
    void close() throws Exception {
        account.context().getShutdownStrategy().setTimeout(1);
        account.close();
    }

    private void route(String options) throws Exception {
        account.route(new RouteBuilder() {
            @Override
            public void configure() {
                // which would write thousands of stack traces
                errorHandler(noErrorHandler());
                from("direct:in").routeId("in").to("cliqtel:send?to=" + TestAccount.TO + options);
                from("direct:other").routeId("other").to("cliqtel:send?to=" + TestAccount.TO + options);
            }
        });
    }

    private CompletableFuture<Exchange> handOver(String uri, String text) {
        return account.context().createProducerTemplate().asyncSend(uri, exchange -> {
            exchange.getMessage().setBody(text);
            exchange.getExchangeExtension().addOnCompletion(new SynchronizationAdapter() {
                @Override
                public void onDone(Exchange done) {
                    threads.add(Thread.currentThread());
                    awaitQuietly(end);
                }
            });
        });
    }

    private List<CompletableFuture<Exchange>> handOver(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> handOver("direct:in", "canary " + i))
                .toList();
    }

    /** Uses up the quota of the minute. */
    private void withoutPermits() throws Exception {
        account.component().getLimit().setRequestsPerMinute(1);
        route("&maxWait=30d");
        assertThat(account.call("cliqtel:numbers", null).getException()).isNull();
    }

    private void stopWithoutATimeout() {
        account.context().stop();
        assertThat(((DefaultShutdownStrategy) account.context().getShutdownStrategy()).hasTimeoutOccurred())
                .isFalse();
    }

    private static void assertEnded(CompletableFuture<Exchange> send, Outcome outcome) {
        assertThat(send).isDone();
        assertThat(send.join().getException())
                .isInstanceOfSatisfying(CliqtelUnavailableException.class, failure -> assertThat(failure.getOutcome())
                        .isEqualTo(outcome));
    }

    private static void assertNotSent(List<CompletableFuture<Exchange>> sends) {
        assertThat(sends).allSatisfy(send -> {
            assertEnded(send, Outcome.NOT_SENT);
            assertThat(((CliqtelUnavailableException) send.join().getException()).getCode())
                    .isEqualTo(ErrorCode.SHUTTING_DOWN);
        });
    }

    @Test
    void sendsThatWaitForPermitsEndAsNotSent() throws Exception {
        withoutPermits();
        List<CompletableFuture<Exchange>> sends = handOver(20);
        await().until(() -> account.component().getWaitingForPermits() == 20);

        stopWithoutATimeout();

        assertNotSent(sends);
    }

    @Test
    void aSendThatWaitsForOneWithTheSameTextEndsAsNotSent() throws Exception {
        withoutPermits();
        List<CompletableFuture<Exchange>> sends =
                List.of(handOver("direct:in", "canary"), handOver("direct:in", "canary"));
        await().until(() -> account.component().getWaitingForPermits() == 1);

        stopWithoutATimeout();

        assertNotSent(sends);
    }

    @Test
    void sendsThatWaitAfterARefusalEndAsNotSent() throws Exception {
        cliqtel.given()
                .fault(FaultRule.sends(
                        Fault.beforeAcceptance(Symptom.status(429).retryAfter(60))));
        route("");
        List<CompletableFuture<Exchange>> sends = handOver(3);
        await().until(() -> account.simulator().calls().size() == 3);

        stopWithoutATimeout();

        assertNotSent(sends);
    }

    @Test
    void sendsThatWaitWhileSendingIsPausedEndAsNotSent() throws Exception {
        route("");
        account.component().pauseSending();
        List<CompletableFuture<Exchange>> sends = handOver(20);
        await().until(() -> account.component().getWaitingForResume() == 20);

        stopWithoutATimeout();

        assertNotSent(sends);
    }

    @Test
    void sendsThatWaitForTheirNextRetryEndAsNotSent() throws Exception {
        String gone;
        try (FaultyServer server = FaultyServer.start(connection -> {})) {
            gone = server.baseUrl();
        }
        route("&maxRetries=1000&baseUrl=" + gone);
        List<CompletableFuture<Exchange>> sends = handOver(5);
        await().until(() -> account.component().getOpenSends() == 5);

        stopWithoutATimeout();

        assertNotSent(sends);
    }

    @Test
    void aSendThatIsLookedForEndsAsUnknown() throws Exception {
        cliqtel.given().fault(FaultRule.sends(Fault.beforeAcceptance(Symptom.closed())));
        route("&settlingTime=10m");
        CompletableFuture<Exchange> send = handOver("direct:in", "canary");
        await().until(() -> account.simulator().calls().stream()
                .anyMatch(call -> call.toString().contains("GET")));

        stopWithoutATimeout();

        assertEnded(send, Outcome.UNKNOWN);
    }

    @Test
    void theStopOfOneRouteEndsNoSendOfAnother() throws Exception {
        withoutPermits();
        CompletableFuture<Exchange> mine = handOver("direct:in", "canary");
        CompletableFuture<Exchange> other = handOver("direct:other", "canary of another route");
        await().until(() -> account.component().getWaitingForPermits() == 2);

        account.context().getRouteController().stopRoute("in", 100, TimeUnit.MILLISECONDS);

        assertThat(other).isNotDone();
        assertThat(account.component().getWaitingForPermits()).isEqualTo(2);
        stopWithoutATimeout();
        assertNotSent(List.of(mine, other));
    }

    @Test
    void thousandsOfSendsThatWaitForPermitsEndOnFewThreads() throws Exception {
        withoutPermits();
        List<CompletableFuture<Exchange>> sends = handOver(5000);
        await().until(() -> account.component().getWaitingForPermits() == 5000);

        // the stop waits a while for exchanges that end, which none does
        end = new CountDownLatch(1);
        account.component().stop();
        end.countDown();

        assertNotSent(finished(sends));
        assertThat(threads).hasSizeLessThan(1000);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void thousandsOfPausedSendsThatHaveWaitedTooLongEndOnFewThreads() throws Exception {
        route("&maxWait=3s");
        account.component().pauseSending();

        List<CompletableFuture<Exchange>> sends = finished(handOver(5000));

        assertThat(sends).noneMatch(send -> send.join().getException() == null);
        assertThat(threads).hasSizeLessThan(500);
    }

    private static List<CompletableFuture<Exchange>> finished(List<CompletableFuture<Exchange>> sends) {
        CompletableFuture.allOf(sends.toArray(CompletableFuture[]::new)).join();
        return sends;
    }
}
