/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.cliqtel.camel.fixture.SimulatedAccount;
import com.cliqtel.camel.fixture.TestAccount;
import com.cliqtel.camel.fixture.WebhookServer;
import com.cliqtel.camel.model.StatusUpdate;
import com.cliqtel.camel.simulator.account.Message;
import com.cliqtel.camel.simulator.fault.Fault;
import com.cliqtel.camel.simulator.fault.FaultRule;
import com.cliqtel.camel.simulator.fault.Symptom;
import com.cliqtel.camel.simulator.junit5.Cliqtel;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Every snippet of the README does what the README says of it. */
class ReadmeTest {

    @Test
    void theFirstRouteSends(@SimulatedAccount Cliqtel cliqtel) throws Exception {
        try (TestAccount account = TestAccount.of(cliqtel)) {
            load(account, Snippets.of("README.md", "yaml").get(0));
            Exchange out =
                    account.call("direct:order-shipped", null, Map.of("orderId", "#1234", "phone", TestAccount.TO));
            assertThat(out.getException()).isNull();
            assertThat(account.simulator().messages())
                    .extracting(Message::body, Message::to)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple("Your order #1234 has shipped!", TestAccount.TO));
        }
    }

    @Test
    void theWebhookRoutePassesOnFinalReports() throws Exception {
        try (WebhookServer server = WebhookServer.start(new RouteBuilder() {
            @Override
            public void configure() {
                getContext()
                        .getComponent("cliqtel", CliqtelComponent.class)
                        .getWebhook()
                        .setWebhookVerifyToken(WebhookServer.SECRET);
            }
        })) {
            PluginHelper.getRoutesLoader(server.context())
                    .loadRoutes(ResourceHelper.fromString(
                            "readme.yaml", Snippets.of("README.md", "yaml").get(1)));
            for (String status : List.of("sent", "delivered")) {
                byte[] report = WebhookServer.report(42, status).getBytes(StandardCharsets.UTF_8);
                assertThat(server.send(server.signed(report, "")).statusCode()).isEqualTo(200);
            }
            StatusUpdate update = server.context()
                    .createConsumerTemplate()
                    .receiveBody("seda:final-reports", 5_000, StatusUpdate.class);
            assertThat(update.status()).hasToString("delivered");
        }
    }

    @ParameterizedTest
    @CsvSource({"422, fix", "429, again", "502, human", "201, human", "0, again"})
    void failuresGoWhereTheReadmeSendsThem(int status, String where, @SimulatedAccount Cliqtel cliqtel)
            throws Exception {
        List<String> seen = new ArrayList<>();
        try (TestAccount account = TestAccount.of(cliqtel)) {
            if (status == 0) {
                account.component().getConnection().setBaseUrl("http://127.0.0.1:1/");
            } else {
                cliqtel.given().fault(FaultRule.calls(Fault.beforeAcceptance(Symptom.status(status))));
            }
            account.component().getRetry().setMaxRetries(0);
            account.component().getRetry().setMaxWait(Duration.ZERO);
            account.component().getSend().setSettlingTime(Duration.ofMillis(100));
            account.context().addRoutes(new ReadmeRoutes());
            account.route(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:fix-request-key-or-wallet").process(e -> seen.add("fix"));
                    from("direct:send-again-later").process(e -> seen.add("again"));
                    from("direct:ask-a-human-it-may-have-been-sent").process(e -> seen.add("human"));
                    from("direct:one-message").process(e -> seen.add("message"));
                }
            });
            account.call("direct:send", "x", Map.of(CliqtelConstants.TO, TestAccount.TO));
        }
        assertThat(seen).containsExactly(where);
    }

    @Test
    void theExportReadsAllMessages(@SimulatedAccount Cliqtel cliqtel) throws Exception {
        List<Exchange> seen = new ArrayList<>();
        try (TestAccount account = TestAccount.of(cliqtel)) {
            for (int i = 0; i < 150; i++) {
                account.simulator().receive(TestAccount.TO, TestAccount.FROM, "hello");
            }
            account.context().addRoutes(new ReadmeRoutes());
            account.route(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:fix-request-key-or-wallet").to("log:x");
                    from("direct:send-again-later").to("log:x");
                    from("direct:ask-a-human-it-may-have-been-sent").to("log:x");
                    from("direct:one-message").process(seen::add);
                }
            });
            account.call("direct:export", null);
        }
        assertThat(seen).hasSize(150);
    }

    @Test
    void everyJavaSnippetIsCompiled() throws Exception {
        Snippets.assertCompiled("README.md", ReadmeRoutes.class, 2);
    }

    private static void load(TestAccount account, String yaml) throws Exception {
        PluginHelper.getRoutesLoader(account.context()).loadRoutes(ResourceHelper.fromString("readme.yaml", yaml));
    }
}
