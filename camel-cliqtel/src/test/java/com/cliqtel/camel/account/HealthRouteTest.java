/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.account;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

import com.cliqtel.camel.CliqtelComponent;
import com.cliqtel.camel.fixture.FaultyServer;
import com.cliqtel.camel.fixture.SimulatedAccount;
import com.cliqtel.camel.fixture.TestAccount;
import com.cliqtel.camel.fixture.WebhookServer;
import com.cliqtel.camel.simulator.fault.Fault;
import com.cliqtel.camel.simulator.fault.FaultRule;
import com.cliqtel.camel.simulator.fault.Symptom;
import com.cliqtel.camel.simulator.junit5.Cliqtel;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheck.State;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.health.HealthCheckRegistry;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.ScheduledPollConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static com.cliqtel.camel.fixture.WebhookServer.SECRET;
import static com.cliqtel.camel.fixture.WebhookServer.report;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What Camel's health checks say of accounts and consumers, and what finding it out costs. */
class HealthRouteTest {

    @SimulatedAccount
    private Cliqtel cliqtel;

    private static RouteBuilder sending(String options) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in").to("cliqtel:send?to=" + TestAccount.TO + options);
            }
        };
    }

    private static CamelContext reaching(String baseUrl) throws Exception {
        CamelContext context = new DefaultCamelContext();
        CliqtelComponent component = context.getComponent("cliqtel", CliqtelComponent.class);
        component.getConnection().setApiKey(TestAccount.KEY);
        component.getConnection().setBaseUrl(baseUrl);
        component.getAddress().setFrom(TestAccount.FROM);
        context.addRoutes(sending(""));
        context.start();
        return context;
    }

    private static HealthCheck.Result look(CamelContext context, String id) {
        HealthCheckRegistry registry = HealthCheckRegistry.get(context);
        // as Camel Main and Spring Boot do
        registry.register(registry.resolveById("consumers"));
        HealthCheck.Result result = HealthCheckHelper.invokeReadiness(context, "full").stream()
                .filter(one -> one.getCheck().getId().equals(id))
                .findFirst()
                .orElseThrow();
        assertThat(result.getMessage().orElse("")
                        + result.getDetails()
                        + result.getError().map(Throwable::toString))
                .doesNotContain("canary", "31612345678", "16625163513");
        return result;
    }

    private void answering(Symptom symptom) {
        cliqtel.given().fault(FaultRule.calls(Fault.beforeAcceptance(symptom)));
    }

    @Test
    void anAccountThatAnswersIsReady() throws Exception {
        try (TestAccount account = TestAccount.of(cliqtel).route(sending(""))) {
            HealthCheck.Result result = look(account.context(), "cliqtel");

            assertThat(result.getState()).isEqualTo(State.UP);
            assertThat(result.getCheck().isLiveness()).isFalse();
            assertThat(result.getDetails())
                    .containsEntry("cliqtel.numbers", 2)
                    .containsEntry("cliqtel.base.url", cliqtel.baseUrl().toString())
                    .containsKeys("cliqtel.asked.time", "cliqtel.account");
        }
    }

    @Test
    void aWrongKeyIsDownAndSaysWhatToDo() throws Exception {
        try (TestAccount account = TestAccount.of(cliqtel)) {
            account.component().getConnection().setApiKey("canary-of-another-account");
            account.route(sending(""));
            HealthCheck.Result result = look(account.context(), "cliqtel");

            assertThat(result.getState()).isEqualTo(State.DOWN);
            assertThat(result.getMessage().orElseThrow()).contains("401", "camel.component.cliqtel.apiKey");
            assertThat(result.getDetails()).containsEntry(HealthCheck.HTTP_RESPONSE_CODE, 401);
        }
    }

    @Test
    void anAddressWithoutAServerIsDown() throws Exception {
        String gone;
        try (FaultyServer server = FaultyServer.start(connection -> {})) {
            gone = server.baseUrl();
        }
        try (CamelContext context = reaching(gone)) {
            HealthCheck.Result result = look(context, "cliqtel");

            assertThat(result.getState()).isEqualTo(State.DOWN);
            assertThat(result.getMessage().orElseThrow()).contains("cannot be reached", gone);
        }
    }

    @ParameterizedTest
    @CsvSource({"500", "503", "404", "301"})
    void anAnswerThatIsNoListOfNumbersIsDown(int status) throws Exception {
        answering(Symptom.status(status));
        try (TestAccount account = TestAccount.of(cliqtel).route(sending(""))) {
            HealthCheck.Result result = look(account.context(), "cliqtel");

            assertThat(result.getState()).isEqualTo(State.DOWN);
            assertThat(result.getMessage().orElseThrow()).contains("HTTP " + status);
        }
    }

    @Test
    void somethingElseThatSaysYesIsDown() throws Exception {
        answering(Symptom.status(200).body("text/html", "<h1>Welcome to this hotel</h1>"));
        try (TestAccount account = TestAccount.of(cliqtel).route(sending(""))) {
            assertThat(look(account.context(), "cliqtel").getState()).isEqualTo(State.DOWN);
        }
    }

    @Test
    void anAccountThatIsThrottledIsUpForItAnswers() throws Exception {
        answering(Symptom.status(429).retryAfter(30));
        try (TestAccount account = TestAccount.of(cliqtel).route(sending(""))) {
            HealthCheck.Result result = look(account.context(), "cliqtel");

            assertThat(result.getState()).isEqualTo(State.UP);
            assertThat(result.getDetails())
                    .containsEntry("cliqtel.throttled", true)
                    .containsEntry("cliqtel.retry.after.seconds", 31L);
        }
    }

    @Test
    void noCheckIsMadeIfRoutesUseUpTheQuota() throws Exception {
        try (TestAccount account = TestAccount.of(cliqtel)) {
            account.component().getLimit().setRequestsPerMinute(1);
            account.route(sending(""));
            assertThat(account.call("direct:in", "canary").getException()).isNull();

            assertThat(look(account.context(), "cliqtel").getState()).isEqualTo(State.UP);
            cliqtel.then().calls("GET", "/numbers").times(0);
        }
    }

    @Test
    void anyNumberOfChecksMakesOneCall() throws Exception {
        try (TestAccount account = TestAccount.of(cliqtel).route(sending(""))) {
            IntStream.range(0, 20).forEach(i -> look(account.context(), "cliqtel"));

            cliqtel.then().calls("GET", "/numbers").times(1);
        }
    }

    @Test
    void aFailureIsKeptForAWhileToo() throws Exception {
        answering(Symptom.status(500));
        try (TestAccount account = TestAccount.of(cliqtel).route(sending(""))) {
            IntStream.range(0, 20).forEach(i -> look(account.context(), "cliqtel"));

            cliqtel.then().calls("GET", "/numbers").times(1);
        }
    }

    @Test
    @Timeout(30)
    void concurrentChecksWaitShortlyAndMakeOneCall() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        try (FaultyServer silent = FaultyServer.start(connection -> {
                    connection.request();
                    awaitQuietly(end);
                });
                CamelContext context = reaching(silent.baseUrl())) {
            long began = System.nanoTime();
            List<CompletableFuture<HealthCheck.Result>> looks = IntStream.range(0, 10)
                    .mapToObj(i ->
                            CompletableFuture.supplyAsync(() -> look(context, "cliqtel"), r -> new Thread(r).start()))
                    .toList();
            assertThat(looks).allSatisfy(one -> {
                assertThat(one.join().getState()).isEqualTo(State.DOWN);
                assertThat(one.join().getMessage().orElseThrow()).contains("has not answered yet");
            });
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
            assertThat(silent.requests()).hasSize(1);
            end.countDown();
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
    void anExcludedCheckMakesNoCall() throws Exception {
        try (TestAccount account = TestAccount.of(cliqtel)) {
            HealthCheckRegistry.get(account.context()).setExcludePattern("cliqtel*");
            account.route(sending(""));

            assertThat(HealthCheckHelper.invokeReadiness(account.context(), "full"))
                    .noneMatch(result -> result.getCheck().getId().startsWith("cliqtel"));
            cliqtel.then().calls("GET", "/numbers").times(0);
        }
    }

    @Test
    void eachAccountHasACheckOfItsOwnHoweverManyEndpointsItHas() throws Exception {
        try (TestAccount account = TestAccount.of(cliqtel)) {
            account.context().addRoutes(sending(""));
            account.context().addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:a").to("cliqtel:list");
                    from("direct:b").to("cliqtel:list?apiKey=RAW(canary-2)");
                    from("direct:c").to("cliqtel:list?apiKey=RAW(canary-2)&perPage=5");
                }
            });
            account.context().start();

            assertThat(HealthCheckRegistry.get(account.context()).stream()
                            .map(HealthCheck::getId)
                            .filter(id -> id.startsWith("cliqtel")))
                    .hasSize(2)
                    .contains("cliqtel")
                    .anyMatch(id -> id.matches("cliqtel-[0-9a-f]{16}"));
        }
    }

    @Test
    void aStoppedComponentHasNoChecks() throws Exception {
        try (TestAccount account = TestAccount.of(cliqtel).route(sending(""))) {
            account.component().stop();

            assertThat(HealthCheckRegistry.get(account.context()).stream())
                    .noneMatch(check -> check.getId().startsWith("cliqtel"));
        }
    }

    @Test
    void anInboundConsumerReportsItsLastPoll() throws Exception {
        try (TestAccount account = TestAccount.of(cliqtel)) {
            account.route(new RouteBuilder() {
                @Override
                public void configure() {
                    from("cliqtel:inbound?startScheduler=false").routeId("in").log("one");
                }
            });
            assertThat(look(account.context(), "consumer:in").getState()).isEqualTo(State.DOWN);

            ScheduledPollConsumer consumer =
                    (ScheduledPollConsumer) account.context().getRoute("in").getConsumer();
            consumer.run();
            account.simulator().receive("+31687654321", TestAccount.FROM, "canary");
            consumer.run();

            HealthCheck.Result result = look(account.context(), "consumer:in");
            assertThat(result.getState()).isEqualTo(State.UP);
            assertThat(result.getDetails())
                    .containsEntry("cliqtel.poll.messages", 1)
                    .containsKey("cliqtel.poll.time");
        }
    }

    @Test
    void aPollThatFailsIsDownWithItsError() throws Exception {
        answering(Symptom.status(500));
        try (TestAccount account = TestAccount.of(cliqtel)) {
            account.route(new RouteBuilder() {
                @Override
                public void configure() {
                    from("cliqtel:status?startScheduler=false&maxRetries=0")
                            .routeId("in")
                            .log("one");
                }
            });
            ((ScheduledPollConsumer) account.context().getRoute("in").getConsumer()).run();

            HealthCheck.Result result = look(account.context(), "consumer:in");
            assertThat(result.getState()).isEqualTo(State.DOWN);
            assertThat(result.getError().orElseThrow()).hasMessageContaining("HTTP 500");
            assertThat(result.getDetails()).containsEntry("cliqtel.poll.messages", 0);
        }
    }

    @Test
    void forgedWebhooksAreCountedAndNeverTakeANodeDown() throws Exception {
        try (WebhookServer server = WebhookServer.start(new RouteBuilder() {
            @Override
            public void configure() {
                from("cliqtel:webhook?webhookVerifyToken=" + SECRET)
                        .routeId("hook")
                        .log("one");
            }
        })) {
            server.send(server.signed(report(1, "delivered")));
            for (int i = 0; i < 3; i++) {
                server.send(server.signed(report(2, "sent")).setHeader("X-Cliqtel-Signature", "0".repeat(64)));
            }
            await().untilAsserted(() -> {
                HealthCheck.Result result = look(server.context(), "consumer:hook");
                assertThat(result.getState()).isEqualTo(State.UP);
                assertThat(result.getDetails())
                        .containsAllEntriesOf(Map.of("cliqtel.webhook.forbidden", 3L, "cliqtel.webhook.processed", 1L))
                        .containsKey("cliqtel.webhook.accepted.time");
            });
        }
    }
}
