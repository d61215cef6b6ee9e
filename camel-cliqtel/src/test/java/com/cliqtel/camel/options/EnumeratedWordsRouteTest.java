/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.options;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import com.cliqtel.camel.CliqtelConstants;
import com.cliqtel.camel.error.CliqtelRejectedException;
import com.cliqtel.camel.fixture.LogCapture;
import com.cliqtel.camel.fixture.SimulatedAccount;
import com.cliqtel.camel.fixture.TestAccount;
import com.cliqtel.camel.fixture.WebhookServer;
import com.cliqtel.camel.model.StatusUpdate;
import com.cliqtel.camel.poll.CliqtelScheduledConsumer;
import com.cliqtel.camel.simulator.junit5.Cliqtel;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.ScheduledPollConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Options and headers that take words of a list. */
class EnumeratedWordsRouteTest {

    private final List<StatusUpdate> routed = new CopyOnWriteArrayList<>();

    @SimulatedAccount
    private Cliqtel cliqtel;

    private TestAccount account;

    @BeforeEach
    void open() {
        account = TestAccount.of(cliqtel);
    }

    @AfterEach
    void close() throws Exception {
        account.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cliqtel:webhook?statuses=Delivered,FAILED",
                "cliqtel:webhook?statuses=",
                "cliqtel:webhook?events=SMS.Status_Updated",
                "cliqtel:webhook?signedContent=RAW",
                "cliqtel:status?statuses=delivered,,failed",
                "cliqtel:status?statuses=+queued;sent+delivered,delivered",
                "cliqtel:inbound?startFrom=NOW",
                "cliqtel:inbound?startFrom=+Beginning+",
                "cliqtel:list?direction=INBOUND",
                "cliqtel:list?direction=+outbound",
                "cliqtel:list?status=Delivered",
                "cliqtel:list?paging=ALL",
                "cliqtel:list?paging=+Stream",
                "cliqtel:send?unknownOutcome=RESEND",
                "cliqtel:send?unknownOutcome=+fail+",
                "cliqtel:send?longMessage=+Split"
            })
    void takesAWordInAnyCaseAndWithBlanksAround(String uri) {
        assertThatCode(() -> account.context().getEndpoint(uri)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cliqtel:webhook?statuses=delivred | statuses has 'delivred': allowed are queued, sent, delivered, failed",
                "cliqtel:webhook?statuses=delivered,undelivered | statuses has 'undelivered'",
                "cliqtel:webhook?statuses=, | statuses has no word: allowed are queued, sent, delivered, failed",
                "cliqtel:webhook?statuses=delivered%7Cfailed | statuses has 'delivered|failed'",
                "cliqtel:webhook?statuses=[delivered] | statuses has '[delivered]'",
                "cliqtel:webhook?events=sms.status_update | events has 'sms.status_update': allowed are sms.status_updated",
                "cliqtel:webhook?events=sms.* | leave the option out and filter by the header CamelCliqtelEvent",
                "cliqtel:webhook?signedContent=hex | signedContent is 'hex': allowed are auto, raw, stringified",
                "cliqtel:status?statuses=done | statuses has 'done'",
                "cliqtel:inbound?startFrom=start | startFrom is 'start'",
                "cliqtel:list?direction=in | direction is 'in': allowed are inbound, outbound",
                "cliqtel:list?direction=inbound,outbound | direction is 'inbound,outbound'",
                "cliqtel:list?status=delivered,failed | status is 'delivered,failed'",
                "cliqtel:list?paging=pages | paging is 'pages': allowed are single, all, stream",
                "cliqtel:send?unknownOutcome=retry | unknownOutcome is 'retry'",
                "cliqtel:send?longMessage=cut | longMessage is 'cut': allowed are fail, split"
            })
    void refusesAnUnknownWordWhenTheEndpointIsCreated(String uri, String message) {
        assertThatThrownBy(() -> account.context().getEndpoint(uri)).rootCause().hasMessageContaining(message);
    }

    @Test
    void filtersAListByAWordInAnyCase() {
        account.call("cliqtel:list?status=FAILED&direction=OutBound", null);
        assertThat(account.simulator().calls().get(0).query()).startsWith("direction=outbound&status=failed&");

        account.call(
                "cliqtel:list",
                null,
                Map.of(CliqtelConstants.FILTER_STATUS, " Delivered ", CliqtelConstants.FILTER_DIRECTION, Way.INBOUND));
        assertThat(account.simulator().calls().get(1).query()).startsWith("direction=inbound&status=delivered&");
    }

    private enum Way {
        INBOUND
    }

    @ParameterizedTest
    @CsvSource({
        "CamelCliqtelFilterStatus, delivred, 'queued, sent, delivered, failed'",
        "CamelCliqtelFilterStatus, 'delivered,failed', 'queued, sent, delivered, failed'",
        "CamelCliqtelFilterStatus, +31612345678, 'queued, sent, delivered, failed'",
        "CamelCliqtelFilterDirection, in, 'inbound, outbound'",
        "CamelCliqtelFilterDirection, ' ', 'inbound, outbound'"
    })
    void refusesAnUnknownWordOfAHeaderBeforeAnyCall(String header, String word, String allowed) {
        Exchange exchange = account.call("cliqtel:list", null, Map.of(header, word));
        assertThat(exchange.getException())
                .isInstanceOf(CliqtelRejectedException.class)
                .hasMessageContaining("allowed are " + allowed)
                .hasMessageContaining("header " + header)
                .hasMessageNotContaining("31612345678");
        assertThat(account.simulator().calls()).isEmpty();
    }

    @Test
    void refusesAnUnknownWordOfADynamicEndpoint() throws Exception {
        account.route(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:list").toD("cliqtel:list?status=${body}");
            }
        });
        Exchange exchange = account.call("direct:list", "delivred");
        assertThat(exchange.getException()).hasMessageContaining("status is 'delivred'");
        assertThat(account.simulator().calls()).isEmpty();
    }

    @Test
    void aFilteredReportIsCountedAndLogged() throws Exception {
        try (WebhookServer server = WebhookServer.start(receiving("statuses=Delivered;failed"));
                LogCapture log = LogCapture.of("com.cliqtel.camel")) {
            for (String status : List.of("sent", "delivered", "Failed")) {
                assertThat(server.send(server.signed(WebhookServer.report(42, status)))
                                .statusCode())
                        .isEqualTo(200);
            }
            assertThat(routed).extracting(report -> report.status().word()).containsExactly("delivered", "Failed");
            assertThat(server.consumer().getAnswers()).containsEntry("filtered", 1L);
            assertThat(log.all())
                    .anyMatch(line -> line.startsWith("DEBUG")
                            && line.contains("filtered out")
                            && line.contains("message 42, status sent"));
            assertThat(server.consumer().lastWebhooks())
                    .anySatisfy(line -> assertThat(line.answer()).isEqualTo("filtered"));
        }
    }

    @Test
    void logsNoNumberOrLineOfAFilteredReport() throws Exception {
        try (WebhookServer server = WebhookServer.start(receiving("statuses=delivered&events=sms.status_updated"));
                LogCapture log = LogCapture.of("com.cliqtel.camel")) {
            server.send(server.signed(WebhookServer.report(42, "sent to +31612345678\\nERROR forged")));
            server.send(server.signed("{\"event\":\"sms.from.+31612345678\\nERROR forged\",\"data\":{}}"));
            assertThat(server.consumer().getAnswers()).containsEntry("filtered", 2L);
            assertThat(log.all()).noneMatch(line -> line.contains("31612345678") || line.contains("\nERROR"));
        }
    }

    private RouteBuilder receiving(String options) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("cliqtel:webhook?webhookVerifyToken=" + WebhookServer.SECRET + "&" + options)
                        .routeId("hook")
                        .process(exchange -> routed.add(exchange.getMessage().getBody(StatusUpdate.class)));
            }
        };
    }

    @Test
    void aFilteredStatusOfAPollIsCountedAndLogged() throws Exception {
        account.close();
        // the status doesn't change between the two polls
        account = TestAccount.of(cliqtel, simulator -> simulator.deliveryTime(Duration.ofDays(30)));
        account.call("cliqtel:send?to=" + TestAccount.TO, "canary text");
        account.route(new RouteBuilder() {
            @Override
            public void configure() {
                from("cliqtel:status?startScheduler=false&startFrom=beginning&statuses=FAILED")
                        .routeId("status")
                        .process(exchange -> routed.add(exchange.getMessage().getBody(StatusUpdate.class)));
            }
        });
        CliqtelScheduledConsumer consumer =
                (CliqtelScheduledConsumer) account.context().getRoute("status").getConsumer();
        try (LogCapture log = LogCapture.of("com.cliqtel.camel")) {
            ((ScheduledPollConsumer) consumer).run();
            ((ScheduledPollConsumer) consumer).run();
            assertThat(routed).isEmpty();
            assertThat(consumer.getFilteredMessages()).isEqualTo(1);
            assertThat(log.all())
                    .filteredOn(line -> line.contains("left out by the option statuses"))
                    .hasSize(1);
        }
    }
}
