/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.send;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

import com.cliqtel.camel.CliqtelComponent;
import com.cliqtel.camel.CliqtelConstants;
import com.cliqtel.camel.fixture.SimulatedAccount;
import com.cliqtel.camel.fixture.TestAccount;
import com.cliqtel.camel.fixture.WebhookServer;
import com.cliqtel.camel.model.StatusUpdate;
import com.cliqtel.camel.simulator.Simulator;
import com.cliqtel.camel.simulator.junit5.Cliqtel;
import com.cliqtel.camel.simulator.time.ManualTime;
import com.cliqtel.camel.simulator.time.SimulatedTime;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.ScheduledPollConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static com.cliqtel.camel.fixture.WebhookServer.SECRET;
import static org.assertj.core.api.Assertions.assertThat;

/** The same route on {@code cliqtel:webhook} and on {@code cliqtel:status}, while the same happens. */
class WebhookAndStatusRouteTest {

    private final List<Exchange> reported = new CopyOnWriteArrayList<>();
    private final List<Exchange> polled = new CopyOnWriteArrayList<>();
    private final ManualTime time = SimulatedTime.manual(Instant.now().minusSeconds(3600));

    @SimulatedAccount
    private Cliqtel cliqtel;

    private Simulator simulator;
    private WebhookServer server;

    @BeforeEach
    void start() throws Exception {
        cliqtel.given()
                .phoneFails("+31600000000")
                .deliveryTime(Duration.ofMinutes(1))
                .account(account -> account.webhookSecret(SECRET).time(time));
        simulator = cliqtel.simulator();
        server = WebhookServer.start(new RouteBuilder() {
            @Override
            public void configure() {
                CliqtelComponent component = getContext().getComponent("cliqtel", CliqtelComponent.class);
                component.getConnection().setApiKey(TestAccount.KEY);
                component.getConnection().setBaseUrl(simulator.baseUrl().toString());
                component.getAddress().setFrom(TestAccount.FROM);
                component.getLimit().setRequestsPerMinute(0);
                follow("cliqtel:webhook?webhookVerifyToken=" + SECRET, reported);
                follow("cliqtel:status?startScheduler=false", polled);
            }

            private void follow(String uri, List<Exchange> followed) {
                from(uri).routeId(uri.substring(8, 14)).process(exchange -> followed.add(exchange.copy()));
            }
        });
        poll();
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    private void poll() {
        simulator.awaitQuiet(Duration.ofSeconds(20));
        ((ScheduledPollConsumer) server.context().getRoute("status").getConsumer()).run();
    }

    private void send(String to) {
        server.context()
                .createFluentProducerTemplate()
                .to("cliqtel:send?to=" + to + "&statusCallbackUrl=" + server.address())
                .withBody("canary text")
                .request(Exchange.class);
    }

    /** What a route can see of an exchange, as text. */
    private static List<String> seen(List<Exchange> exchanges) {
        List<String> seen = new ArrayList<>();
        for (Exchange exchange : exchanges) {
            Map<String, Object> headers = new TreeMap<>(exchange.getMessage().getHeaders());
            // no list of the API shows it
            headers.remove(CliqtelConstants.UPDATED_AT);
            StatusUpdate body = exchange.getMessage().getBody(StatusUpdate.class);
            seen.add(headers + " " + body.id() + body.status() + body.timestamp() + body.from() + body.to()
                    + body.cost() + " "
                    + exchange.getMessage().getBody(String.class).replaceAll(",\"updated_at\":\"[^\"]*\"", ""));
        }
        seen.sort(null);
        return seen;
    }

    @Test
    void theSameStoryGivesTheSameBodiesAndHeaders() {
        send("+31612345678");
        send("+31600000000");
        poll();
        time.advance(Duration.ofSeconds(30));
        poll();
        send("+31612345679");
        time.advance(Duration.ofSeconds(30));
        poll();
        time.advance(Duration.ofSeconds(30));
        poll();

        assertThat(reported).hasSize(6);
        assertThat(seen(polled)).isEqualTo(seen(reported));
    }
}
