/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.account;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import com.cliqtel.camel.CliqtelComponent;
import com.cliqtel.camel.error.CliqtelUnavailableException;
import com.cliqtel.camel.error.ErrorCode;
import com.cliqtel.camel.error.Outcome;
import com.cliqtel.camel.fixture.SimulatedAccount;
import com.cliqtel.camel.fixture.TestAccount;
import com.cliqtel.camel.fixture.WebhookServer;
import com.cliqtel.camel.simulator.junit5.Cliqtel;
import org.apache.camel.ConsumerTemplate;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.ScheduledPollConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static com.cliqtel.camel.fixture.WebhookServer.SECRET;
import static com.cliqtel.camel.fixture.WebhookServer.report;
import static org.assertj.core.api.Assertions.assertThat;

/** Routes that keep running while the component, an endpoint or the context stops, is suspended and starts again. */
class RestartedComponentRouteTest {

    private static final String SEND = "cliqtel:send?to=" + TestAccount.TO;

    @SimulatedAccount
    private Cliqtel cliqtel;

    private final List<Exchange> received = new CopyOnWriteArrayList<>();

    private TestAccount account;

    @BeforeEach
    void open() throws Exception {
        account = TestAccount.of(cliqtel).route(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:send").routeId("send").to(SEND);
                from("direct:numbers").to("cliqtel:numbers");
                from("cliqtel:inbound?startScheduler=false").routeId("in").process(received::add);
            }
        });
    }

    @AfterEach
    void close() throws Exception {
        account.close();
    }

    private void restart() {
        account.component().stop();
        account.component().start();
    }

    private void assertSends() {
        assertThat(account.call("direct:send", "canary").getException()).isNull();
        assertThat(account.call("direct:numbers", null).getException()).isNull();
    }

    private void poll() {
        ((ScheduledPollConsumer) account.context().getRoute("in").getConsumer()).run();
    }

    @Test
    void sendsAfterTheComponentWasRestarted() {
        assertSends();
        restart();
        assertSends();
        restart();
        assertSends();
        cliqtel.then().accepted(3);
    }

    @Test
    void saysThatItIsStoppingWhileTheComponentIsStopped() {
        account.component().stop();

        assertThat(account.call("direct:send", "canary").getException())
                .isInstanceOfSatisfying(CliqtelUnavailableException.class, failure -> {
                    assertThat(failure.getCode()).isEqualTo(ErrorCode.SHUTTING_DOWN);
                    assertThat(failure.getOutcome()).isEqualTo(Outcome.NOT_SENT);
                });
        cliqtel.then().accepted(0);
    }

    @Test
    void aRouteThatStartsWhileTheComponentIsStoppedSendsAfterItsStart() throws Exception {
        account.component().stop();
        account.context().getRouteController().stopRoute("send");
        account.context().getRouteController().startRoute("send");
        account.component().start();

        assertSends();
    }

    @Test
    void pollsAfterTheComponentWasRestarted() {
        poll();
        restart();
        account.simulator().receive("+31687654321", TestAccount.FROM, "canary");
        poll();
        poll();

        assertThat(received).hasSize(1);
    }

    @Test
    void isPolledOneByOneAfterTheComponentWasRestarted() throws Exception {
        account.context().getRouteController().stopRoute("in");
        try (ConsumerTemplate consumer = account.context().createConsumerTemplate()) {
            assertThat(consumer.receiveNoWait("cliqtel:inbound?startFrom=now")).isNull();
            restart();
            account.simulator().receive("+31687654321", TestAccount.FROM, "canary");

            Exchange received = consumer.receive("cliqtel:inbound?startFrom=now", 5000);

            assertThat(received).isNotNull();
            consumer.doneUoW(received);
        }
    }

    @Test
    void hasItsHealthCheckAgainAfterTheComponentWasRestarted() {
        restart();
        assertSends();

        assertThat(account.component().accounts().states()).hasSize(1);
    }

    @Test
    void sendsAfterTheContextWasSuspendedAndResumed() {
        account.context().suspend();
        account.context().resume();

        assertSends();
    }

    @Test
    void sendsAfterItsEndpointWasRestarted() {
        account.context().getEndpoint(SEND).stop();
        account.context().getEndpoint(SEND).start();

        assertSends();
    }

    @Test
    void saysThatItIsStoppingAfterTheComponentWasRemoved() {
        account.context().removeComponent("cliqtel");

        assertThat(account.call("direct:send", "canary").getException())
                .isInstanceOfSatisfying(CliqtelUnavailableException.class, failure -> assertThat(failure.getCode())
                        .isEqualTo(ErrorCode.SHUTTING_DOWN));
    }

    @Test
    void takesWebhooksAfterTheComponentWasRestarted() throws Exception {
        List<Exchange> reports = new CopyOnWriteArrayList<>();
        try (WebhookServer server = WebhookServer.start(new RouteBuilder() {
            @Override
            public void configure() {
                from("cliqtel:webhook?webhookVerifyToken=" + SECRET)
                        .routeId("hook")
                        .process(reports::add);
            }
        })) {
            CliqtelComponent component = server.context().getComponent("cliqtel", CliqtelComponent.class);
            component.stop();
            component.start();

            assertThat(server.send(server.signed(report(42, "delivered"))).statusCode())
                    .isEqualTo(200);

            assertThat(reports).hasSize(1);
            // the one that waits is the renewal of what the route holds
            assertThat(component.accounts().receiving().open()).isEqualTo(1);
        }
    }
}
