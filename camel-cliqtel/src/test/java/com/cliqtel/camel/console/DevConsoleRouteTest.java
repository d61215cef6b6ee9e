/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.console;

import java.util.List;
import java.util.Map;

import com.cliqtel.camel.CliqtelConstants;
import com.cliqtel.camel.fixture.SimulatedAccount;
import com.cliqtel.camel.fixture.TestAccount;
import com.cliqtel.camel.fixture.WebhookServer;
import com.cliqtel.camel.simulator.fault.Fault;
import com.cliqtel.camel.simulator.fault.FaultRule;
import com.cliqtel.camel.simulator.fault.Symptom;
import com.cliqtel.camel.simulator.junit5.Cliqtel;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelContextAware;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.console.DevConsole;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ScheduledPollConsumer;
import org.junit.jupiter.api.Test;

import static com.cliqtel.camel.fixture.WebhookServer.SECRET;
import static com.cliqtel.camel.fixture.WebhookServer.report;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The developer console, looked up by its name as in Camel. */
class DevConsoleRouteTest {

    @SimulatedAccount
    private Cliqtel cliqtel;

    private static DevConsole console(CamelContext context) {
        DevConsole console = PluginHelper.getDevConsoleResolver(context).resolveDevConsole("cliqtel");
        CamelContextAware.trySetCamelContext(console, context);
        return console;
    }

    private TestAccount busy() throws Exception {
        TestAccount account = TestAccount.of(cliqtel).route(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in").to("cliqtel:send?to=" + TestAccount.TO + "&unknownOutcome=fail");
                from("cliqtel:inbound?startScheduler=false").routeId("in").log("one");
            }
        });
        account.call("direct:in", "canary one");
        account.simulator()
                .faults()
                .add(FaultRule.sends(Fault.beforeAcceptance(Symptom.reset())).next(1));
        account.call("direct:in", "canary two", Map.of(CliqtelConstants.IDEMPOTENCY_KEY, "order-7"));
        ((ScheduledPollConsumer) account.context().getRoute("in").getConsumer()).run();
        return account;
    }

    @Test
    void theTextShowsAccountsUnknownsAndPolls() throws Exception {
        try (TestAccount account = busy()) {
            String text = (String) console(account.context()).call(DevConsole.MediaType.TEXT, Map.of());

            assertThat(text)
                    .contains("sendingPaused: false", "accepted: 1", "endedUnknown: 1")
                    .contains("accounts: 1", "baseUrl: " + cliqtel.baseUrl(), "quotaLeft: ")
                    .contains("unknowns: 1", "to: ********5678", "key: order-7")
                    .contains("polls: 1", "route: in", "operation: inbound")
                    .doesNotContain("canary", "31612345678", "16625163513");
        }
    }

    @Test
    @SuppressWarnings("unchecked")
    void theJsonShowsTheSameUpToTheLimit() throws Exception {
        try (TestAccount account = busy()) {
            account.component().pauseSending();
            DevConsole console = console(account.context());
            Map<String, Object> json = (Map<String, Object>) console.call(DevConsole.MediaType.JSON, Map.of());

            assertThat(json).containsEntry("sendingPaused", true).containsEntry("accepted", 1L);
            assertThat((List<Map<String, Object>>) json.get("unknowns"))
                    .singleElement()
                    .satisfies(row -> assertThat(row).containsEntry("key", "order-7"));
            Map<String, Object> none =
                    (Map<String, Object>) console.call(DevConsole.MediaType.JSON, Map.of("limit", "0"));
            assertThat((List<?>) none.get("unknowns")).isEmpty();
            assertThatThrownBy(() -> console.call(DevConsole.MediaType.JSON, Map.of("limit", "many")))
                    .hasMessageContaining("the most rows of each list was expected");
        }
    }

    @Test
    void showsTheLastAuthenticWebhooks() throws Exception {
        try (WebhookServer server = WebhookServer.start(new RouteBuilder() {
            @Override
            public void configure() {
                from("cliqtel:webhook?webhookVerifyToken=" + SECRET)
                        .routeId("hook")
                        .log("one");
            }
        })) {
            for (int id = 1; id <= 25; id++) {
                server.send(server.signed(report(id, "delivered")));
            }
            server.send(server.signed(report(26, "sent")).setHeader("X-Cliqtel-Signature", "0".repeat(64)));

            String text = (String) console(server.context()).call(DevConsole.MediaType.TEXT, Map.of());
            assertThat(text)
                    .contains("lastWebhooks: 20", "answer: processed, event: sms.status_updated, messageId: 25")
                    .contains("processed: 25", "forbidden: 1")
                    .doesNotContain("messageId: 5\n", "messageId: 26", "31612345678", "canary");
        }
    }
}
