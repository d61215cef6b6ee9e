/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.webhook;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import com.cliqtel.camel.fixture.LogCapture;
import com.cliqtel.camel.fixture.SimulatedAccount;
import com.cliqtel.camel.fixture.TestAccount;
import com.cliqtel.camel.fixture.WebhookServer;
import com.cliqtel.camel.model.StatusUpdate;
import com.cliqtel.camel.simulator.junit5.Cliqtel;
import com.cliqtel.camel.simulator.time.SimulatedTime;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Delivery reports at a machine with a wrong clock: the API's time differs from the machine's. */
class WrongClockRouteTest {

    private final List<StatusUpdate> routed = new CopyOnWriteArrayList<>();

    @SimulatedAccount
    private Cliqtel cliqtel;

    private WebhookServer server;

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    /** Starts a receiver for an API that is so much ahead of this machine's clock. */
    private void start(Duration ahead) throws Exception {
        cliqtel.given().account(account -> account.time(SimulatedTime.manual(apart(ahead))));
        server = WebhookServer.start(new RouteBuilder() {
            @Override
            public void configure() {
                TestAccount.connect(getContext(), cliqtel.simulator());
                from("cliqtel:webhook?webhookMaxAge=1h&webhookVerifyToken=" + WebhookServer.SECRET)
                        .routeId("hook")
                        .process(exchange -> routed.add(exchange.getMessage().getBody(StatusUpdate.class)));
            }
        });
    }

    private void call() {
        server.context().createProducerTemplate().requestBody("cliqtel:numbers", (Object) null);
    }

    private static Instant apart(Duration ahead) {
        return Instant.now().plus(ahead).truncatedTo(ChronoUnit.SECONDS);
    }

    private HttpResponse<String> report(long id, Duration ahead) throws Exception {
        String time = apart(ahead).atOffset(ZoneOffset.UTC).toString();
        return server.send(server.signed("{\"event\":\"sms.status_updated\",\"data\":{\"id\":" + id
                + ",\"status\":\"delivered\",\"updated_at\":\"" + time + "\"},\"timestamp\":\"" + time + "\"}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT6M", "PT240H", "-PT2H", "-PT240H"})
    void believesAReportOfTheApisTimeWhereverTheMachinesClockIs(Duration ahead) throws Exception {
        start(ahead);
        call();
        assertThat(report(1, ahead).statusCode()).isEqualTo(200);
        assertThat(report(2, ahead.minusMinutes(50)).statusCode()).isEqualTo(200);
        assertThat(routed).extracting(StatusUpdate::id).containsExactly(1L, 2L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT6M", "PT240H", "-PT2H", "-PT240H"})
    void answers503AndWarnsOfTheClockWhileTheApiTimeIsUnknown(Duration ahead) throws Exception {
        start(ahead);
        try (LogCapture log = LogCapture.of("com.cliqtel.camel")) {
            for (int id = 1; id <= 3; id++) {
                HttpResponse<String> answer = report(id, ahead);
                assertThat(answer.statusCode()).isEqualTo(503);
                assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            }
            assertThat(log.fromInfoOn())
                    .filteredOn(line -> line.contains("clock"))
                    .hasSize(1);
        }
        assertThat(routed).isEmpty();

        call();
        assertThat(report(1, ahead).statusCode()).isEqualTo(200);
        assertThat(routed).hasSize(1);
    }

    @Test
    void refusesAReplayedReportByTheApisTime() throws Exception {
        start(Duration.ZERO);
        call();
        assertThat(report(1, Duration.ofMinutes(-62)).statusCode()).isEqualTo(200);
        assertThat(server.consumer().getAnswers()).containsEntry("too_old", 1L);
        assertThat(routed).isEmpty();
    }

    @Test
    void refusesAReplayedReportByTheApisTimeWhereTheMachinesClockIsSlow() throws Exception {
        start(Duration.ofHours(240));
        call();
        assertThat(report(1, Duration.ZERO).statusCode()).isEqualTo(200);
        assertThat(server.consumer().getAnswers()).containsEntry("too_old", 1L);
        assertThat(routed).isEmpty();
    }

    @Test
    void refusesAReplayedReportWithoutAnyCallOfTheApi() throws Exception {
        start(Duration.ZERO);
        assertThat(report(1, Duration.ofMinutes(-62)).statusCode()).isEqualTo(503);
        assertThat(routed).isEmpty();
    }

    @Test
    void refusesAReportFromTheFutureOfBothClocks() throws Exception {
        start(Duration.ZERO);
        call();
        assertThat(report(1, Duration.ofMinutes(6)).statusCode()).isEqualTo(503);
        assertThat(routed).isEmpty();
    }

    @Test
    void believesAReportOfTheMachinesTimeWhereTheApisClockIsSlow() throws Exception {
        start(Duration.ofMinutes(-30));
        call();
        assertThat(report(1, Duration.ZERO).statusCode()).isEqualTo(200);
        assertThat(routed).hasSize(1);
    }
}
