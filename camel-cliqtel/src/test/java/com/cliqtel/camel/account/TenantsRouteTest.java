/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.account;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

import com.cliqtel.camel.error.CliqtelThrottledException;
import com.cliqtel.camel.error.CliqtelUnavailableException;
import com.cliqtel.camel.fixture.FaultyServer;
import com.cliqtel.camel.fixture.JmxBeans;
import com.cliqtel.camel.fixture.SimulatedAccount;
import com.cliqtel.camel.fixture.TestAccount;
import com.cliqtel.camel.simulator.fault.Fault;
import com.cliqtel.camel.simulator.fault.FaultRule;
import com.cliqtel.camel.simulator.fault.Symptom;
import com.cliqtel.camel.simulator.junit5.Cliqtel;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheck.State;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.health.HealthCheckRegistry;
import org.apache.camel.support.ScheduledPollConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** An API key for each exchange: many accounts, of which Camel keeps the endpoints of a few. */
class TenantsRouteTest {

    private static final String[] QUOTA = {"X-RateLimit-Limit: 60", "X-RateLimit-Remaining: 59"};

    @SimulatedAccount
    private Cliqtel cliqtel;

    private final MeterRegistry meters = new SimpleMeterRegistry();
    private TestAccount account;

    @BeforeEach
    void open() {
        account = TestAccount.of(cliqtel);
        account.context().getRegistry().bind("meters", meters);
    }

    @AfterEach
    void close() throws Exception {
        account.close();
    }

    private void route(String options, int cacheSize) throws Exception {
        account.route(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:numbers")
                        .routeId("numbers")
                        .toD("cliqtel:numbers?maxRetries=0&apiKey=RAW(${header.key})" + options, cacheSize);
                from("direct:send")
                        .routeId("send")
                        .toD(
                                "cliqtel:send?maxRetries=0&unknownOutcome=fail&to=" + TestAccount.TO
                                        + "&apiKey=RAW(${header.key})" + options,
                                cacheSize);
            }
        });
    }

    private Exchange numbers(String key) {
        return account.call("direct:numbers", null, Map.of("key", key));
    }

    private List<HealthCheck> checks() {
        return HealthCheckRegistry.get(account.context()).stream()
                .filter(check -> check.getId().startsWith("cliqtel"))
                .toList();
    }

    private Stream<String> gauges() {
        return meters.getMeters().stream()
                .map(meter -> meter.getId().getName())
                .filter(name -> name.startsWith("cliqtel.quota"));
    }

    private static List<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.contains("CliqtelDeadlines") || name.contains("CliqtelWaits"))
                .toList();
    }

    @Test
    void accountsEndWithTheirLastEndpoint() throws Exception {
        try (FaultyServer server =
                FaultyServer.start(FaultyServer.answering(200, "application/json", "{\"data\":[]}", QUOTA))) {
            int before = threads().size();
            route("&baseUrl=" + server.baseUrl(), 10);
            for (int i = 0; i < 200; i++) {
                assertThat(numbers("canary-" + i).getException()).isNull();
            }
            assertThat(threads().size() - before).isLessThanOrEqualTo(2);
            assertThat(checks()).hasSizeLessThanOrEqualTo(12).isNotEmpty();
            assertThat(gauges()).hasSizeLessThanOrEqualTo(24).isNotEmpty();
            assertThat(account.component().accounts().states()).hasSizeLessThanOrEqualTo(12);
            assertThat(new JmxBeans(account.context()).count("producers", "cliqtel"))
                    .isLessThanOrEqualTo(12);

            assertThat(new JmxBeans(account.context()).count("endpoints", "cliqtel"))
                    .isLessThanOrEqualTo(12);

            account.context().getRouteController().stopRoute("numbers");

            assertThat(checks()).isEmpty();
            assertThat(gauges()).isEmpty();
            assertThat(account.component().accounts().states()).isEmpty();
        }
    }

    @Test
    void anEndpointThatCamelDoesNotKeepEndsItsAccountAfterEachExchange() throws Exception {
        try (FaultyServer server =
                FaultyServer.start(FaultyServer.answering(200, "application/json", "{\"data\":[]}", QUOTA))) {
            route("&baseUrl=" + server.baseUrl(), -1);
            for (int i = 0; i < 20; i++) {
                assertThat(numbers("canary-" + i % 2).getException()).isNull();
            }
            assertThat(checks()).isEmpty();
            assertThat(gauges()).isEmpty();
            assertThat(account.component().accounts().states()).isEmpty();
        }
    }

    @Test
    void anAccountThatIsReachedInTwoWaysEndsWithTheLastOfThem() throws Exception {
        account.route(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:one").routeId("one").to("cliqtel:numbers");
                from("direct:two").routeId("two").to("cliqtel:numbers?requestTimeout=20s");
            }
        });
        account.context().getRouteController().stopRoute("one");
        assertThat(checks()).hasSize(1);
        assertThat(checks().get(0).call().getState()).isEqualTo(State.UP);
        assertThat(account.call("direct:two", null).getException()).isNull();

        account.context().getRouteController().stopRoute("two");
        assertThat(checks()).isEmpty();
    }

    @Test
    void aPollThatIsStoppedAndStartedGoesOnFromItsPosition() throws Exception {
        List<Exchange> received = new CopyOnWriteArrayList<>();
        account.route(new RouteBuilder() {
            @Override
            public void configure() {
                from("cliqtel:inbound?startScheduler=false&startFrom=beginning")
                        .routeId("in")
                        .process(received::add);
            }
        });
        for (int i = 0; i < 2; i++) {
            account.simulator().receive("+31687654321", TestAccount.FROM, "canary " + i);
            ((ScheduledPollConsumer) account.context().getRoute("in").getConsumer()).run();
            account.context().getRouteController().stopRoute("in");
            assertThat(checks()).isEmpty();
            account.context().getRouteController().startRoute("in");
        }
        assertThat(received).hasSize(2);
    }

    @Test
    void restartedAccountKeepsItsUsedQuota() throws Exception {
        account.component().getLimit().setRequestsPerMinute(5);
        try (FaultyServer server =
                FaultyServer.start(FaultyServer.answering(200, "application/json", "{\"data\":[]}"))) {
            route("&maxWait=1s&baseUrl=" + server.baseUrl(), 1);
            for (int i = 0; i < 5; i++) {
                assertThat(numbers("canary-a").getException()).isNull();
                assertThat(numbers("canary-b").getException()).isNull();
            }
            assertThat(numbers("canary-a").getException()).isInstanceOf(CliqtelThrottledException.class);
            assertThat(numbers("canary-b").getException()).isInstanceOf(CliqtelThrottledException.class);
            assertThat(server.requests()).hasSize(10);
        }
    }

    @Test
    void restartedAccountKeepsTheServersWait() throws Exception {
        account.component().getLimit().setRequestsPerMinute(60);
        try (FaultyServer server = FaultyServer.start(FaultyServer.answering(
                429, "application/json", "{\"error\":{\"code\":\"rate_limited\"}}", "Retry-After: 300"))) {
            route("&maxWait=1s&baseUrl=" + server.baseUrl(), 1);
            for (int i = 0; i < 3; i++) {
                assertThat(numbers("canary-a").getException()).isInstanceOf(CliqtelThrottledException.class);
                assertThat(numbers("canary-b").getException()).isInstanceOf(CliqtelThrottledException.class);
            }
            assertThat(server.requests()).hasSize(2);
        }
    }

    @Test
    void anExchangeThatIsUnderWayEndsWellAfterItsEndpointHasStopped() throws Exception {
        CountDownLatch here = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        FaultyServer.Behaviour answering = FaultyServer.answering(200, "application/json", "{\"data\":[]}");
        try (FaultyServer server = FaultyServer.start(connection -> {
            if (here.getCount() > 0) {
                here.countDown();
                awaitQuietly(go);
            }
            answering.on(connection);
        })) {
            route("&baseUrl=" + server.baseUrl(), 1);
            CompletableFuture<Exchange> slow =
                    CompletableFuture.supplyAsync(() -> numbers("canary-slow"), task -> new Thread(task).start());
            awaitQuietly(here);
            for (int i = 0; i < 5; i++) {
                assertThat(numbers("canary-" + i).getException()).isNull();
            }
            go.countDown();
            assertThat(slow.join().getException()).isNull();
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void anUnknownSendOfAnAccountThatHasEndedCanBeSettledByHand() throws Exception {
        account.simulator()
                .faults()
                .add(FaultRule.sends(Fault.afterAcceptance(Symptom.reset())).next(1));
        route("", 1);
        assertThat(account.call("direct:send", "canary", Map.of("key", TestAccount.KEY))
                        .getException())
                .isInstanceOf(CliqtelUnavailableException.class);
        account.call("direct:send", "canary", Map.of("key", "canary-b"));
        account.call("direct:send", "canary", Map.of("key", "canary-c"));

        account.component()
                .resolveAsSent(1, account.simulator().messages().get(0).id());

        assertThat(account.component().getOpenUnknowns()).isZero();
    }

    @Test
    void oneTenantsRefusedKeyLeavesTheApplicationReady() throws Exception {
        route("", 10);
        assertThat(numbers(TestAccount.KEY).getException()).isNull();
        assertThat(numbers("canary-revoked").getException()).isNotNull();

        List<HealthCheck.Result> results = HealthCheckHelper.invokeReadiness(account.context(), "full").stream()
                .filter(result -> result.getCheck().getId().startsWith("cliqtel"))
                .toList();

        assertThat(results).extracting(HealthCheck.Result::getState).containsExactlyInAnyOrder(State.UP, State.UNKNOWN);
        assertThat(results)
                .filteredOn(result -> result.getState() == State.UNKNOWN)
                .first()
                .satisfies(result -> assertThat(result.getMessage().orElseThrow())
                        .contains("401")
                        .doesNotContain("canary"));
    }

    @Test
    void theRefusedKeyOfTheComponentItselfIsDown() throws Exception {
        account.component().getConnection().setApiKey("canary-revoked");
        route("", 10);
        assertThat(numbers(TestAccount.KEY).getException()).isNull();
        assertThat(numbers("canary-revoked").getException()).isNotNull();

        assertThat(HealthCheckHelper.invokeReadiness(account.context(), "full"))
                .extracting(HealthCheck.Result::getState)
                .contains(State.DOWN);
    }

    @Test
    void aServerThatAnswersNoTenantIsDown() throws Exception {
        String gone;
        try (FaultyServer server = FaultyServer.start(connection -> {})) {
            gone = server.baseUrl();
        }
        route("&baseUrl=" + gone, 10);
        numbers("canary-a");
        numbers("canary-b");

        assertThat(HealthCheckHelper.invokeReadiness(account.context(), "full"))
                .filteredOn(result -> result.getCheck().getId().startsWith("cliqtel"))
                .hasSize(2)
                .allMatch(result -> result.getState() == State.DOWN);
    }
}
