/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.webhook;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import com.cliqtel.camel.CliqtelComponent;
import com.cliqtel.camel.CliqtelConstants;
import com.cliqtel.camel.error.CliqtelRejectedException;
import com.cliqtel.camel.fixture.LogCapture;
import com.cliqtel.camel.fixture.SimulatedAccount;
import com.cliqtel.camel.fixture.TestAccount;
import com.cliqtel.camel.fixture.WebhookServer;
import com.cliqtel.camel.options.WebhookBasePath;
import com.cliqtel.camel.simulator.Simulator;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static com.cliqtel.camel.fixture.WebhookServer.SECRET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Where reports are asked for to, when the application knows its own public address. */
class CallbackWiringRouteTest {

    private static final String HOOK = "cliqtel:webhook?webhookVerifyToken=" + SECRET;

    @SimulatedAccount
    private Simulator simulator;

    private WebhookServer server;

    @AfterEach
    void stop() throws Exception {
        if (server != null) {
            server.close();
        }
    }

    private void start(String externalUrl, String... hooks) throws Exception {
        startBelow("/", externalUrl, hooks);
    }

    private void startBelow(String path, String externalUrl, String... hooks) throws Exception {
        server = WebhookServer.start(path, new RouteBuilder() {
            @Override
            public void configure() {
                CliqtelComponent component = getContext().getComponent("cliqtel", CliqtelComponent.class);
                component.getConnection().setApiKey(TestAccount.KEY);
                component.getConnection().setBaseUrl(simulator.baseUrl().toString());
                component.getAddress().setFrom(TestAccount.FROM);
                component.getWebhook().setWebhookExternalUrl(externalUrl);
                for (String hook : hooks) {
                    from(hook).to("log:hook");
                }
            }
        });
    }

    private Exchange send(String options, Map<String, Object> headers) {
        return server.context()
                .createFluentProducerTemplate()
                .to("cliqtel:send?to=" + TestAccount.TO + options)
                .withBody("canary text")
                .withHeaders(headers)
                .request(Exchange.class);
    }

    private String callback() {
        return simulator.messages().get(simulator.messages().size() - 1).statusCallbackUrl();
    }

    @Test
    void requestsReportsToThePublicAddressOfTheOnlyConsumer() throws Exception {
        start("https://proxy.example.com/apps/shop/", HOOK);
        send("", Map.of());
        assertThat(callback()).isEqualTo("https://proxy.example.com/apps/shop/cliqtel/webhook");
    }

    @Test
    void consumerAddressAndPathOverrideTheComponent() throws Exception {
        start("https://a.example.com", HOOK + "&webhookExternalUrl=https://b.example.com&webhookPath=/reports");
        send("", Map.of());
        assertThat(callback()).isEqualTo("https://b.example.com/reports");
    }

    @Test
    void usesTheCallbackAddressOfTheEndpoint() throws Exception {
        start("https://a.example.com", HOOK);
        send("&statusCallbackUrl=https://other.example.com/x", Map.of());
        assertThat(callback()).isEqualTo("https://other.example.com/x");
    }

    @Test
    void callbackHeaderAllowsOnlyTheOwnHost() throws Exception {
        start("https://a.example.com", HOOK);
        send("", Map.of(CliqtelConstants.STATUS_CALLBACK_URL, "https://a.example.com/special"));
        assertThat(callback()).isEqualTo("https://a.example.com/special");
        assertThat(send("", Map.of(CliqtelConstants.STATUS_CALLBACK_URL, "https://evil.example.com/x"))
                        .getException())
                .isInstanceOf(CliqtelRejectedException.class)
                .hasMessageContaining("allowedCallbackHosts");
        assertThat(simulator.messages()).hasSize(1);
    }

    @Test
    void requestsNoReportsWithoutAConsumerOrAddress() throws Exception {
        start("https://a.example.com");
        send("", Map.of());
        assertThat(callback()).isNull();
        server.close();
        start(null, HOOK);
        send("", Map.of());
        assertThat(callback()).isNull();
    }

    @Test
    void choosesNoneOfSeveralConsumers() throws Exception {
        start("https://a.example.com", HOOK, HOOK + "&webhookPath=/second");
        send("", Map.of());
        assertThat(callback()).isNull();
    }

    @Test
    void usesTheOnlyConsumerWithAPublicAddress() throws Exception {
        start(null, HOOK, HOOK + "&webhookPath=/second&webhookExternalUrl=https://b.example.com");
        send("", Map.of());
        assertThat(callback()).isEqualTo("https://b.example.com/second");
    }

    @Test
    void callbackHeaderAllowsTheOwnHostAndAConfiguredOne() throws Exception {
        start("https://a.example.com", HOOK);
        String other = "&statusCallbackUrl=https://other.example.com/x";
        for (String allowed : List.of("https://a.example.com/y", "https://other.example.com/y")) {
            send(other, Map.of(CliqtelConstants.STATUS_CALLBACK_URL, allowed));
            assertThat(callback()).isEqualTo(allowed);
        }
        assertThat(send(
                                other + "&allowedCallbackHosts=other.example.com",
                                Map.of(CliqtelConstants.STATUS_CALLBACK_URL, "https://a.example.com/y"))
                        .getException())
                .isInstanceOf(CliqtelRejectedException.class);
    }

    @Test
    void usesAConsumerThatIsAddedLater() throws Exception {
        start("https://a.example.com");
        send("", Map.of());
        assertThat(callback()).isNull();
        server.context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(HOOK).to("log:hook");
            }
        });
        send("", Map.of());
        assertThat(callback()).isEqualTo("https://a.example.com/cliqtel/webhook");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2})
    void logsMissingReportsOnce(int consumers) throws Exception {
        String[] hooks = {HOOK, HOOK + "&webhookPath=/second"};
        try (LogCapture lines = LogCapture.of(WebhookUrlRegistry.class)) {
            start("https://a.example.com", Arrays.copyOf(hooks, consumers));
            send("", Map.of());
            send("", Map.of());
            assertThat(lines.containing("sent without asking for reports")).hasSize(1);
        }
    }

    @Test
    void doesNotLogRequestedReports() throws Exception {
        try (LogCapture lines = LogCapture.of(WebhookUrlRegistry.class)) {
            start("https://a.example.com", HOOK);
            send("", Map.of());
            assertThat(lines.containing("reports")).isEmpty();
        }
    }

    @Test
    void aRemovedConsumerIsForgotten() throws Exception {
        start("https://a.example.com", HOOK, HOOK + "&webhookPath=/second");
        String second = server.context().getRoutes().get(1).getRouteId();
        server.context().getRouteController().stopRoute(second);
        server.context().removeRoute(second);
        send("", Map.of());
        assertThat(callback()).isEqualTo("https://a.example.com/cliqtel/webhook");
    }

    @Test
    void aSendBeforeTheWebhookConsumerStartsRequestsReports() throws Exception {
        start("https://a.example.com", HOOK);
        server.context().getRouteController().stopAllRoutes();
        send("", Map.of());
        assertThat(callback()).isEqualTo("https://a.example.com/cliqtel/webhook");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a.example.com",
                "http://a.example.com",
                "https://user@a.example.com",
                "https://a.example.com?x=1",
                "ftp://a.example.com",
                "/cliqtel"
            })
    void anAddressThatIsNoneIsRefusedAtTheStart(String address) {
        assertThatThrownBy(() -> start(address, HOOK))
                .satisfies(thrown -> assertThat(thrown).hasStackTraceContaining("webhookExternalUrl cannot be used"));
        assertThatThrownBy(() -> start(address))
                .satisfies(thrown -> assertThat(thrown).hasStackTraceContaining("webhookExternalUrl cannot be used"));
        assertThatThrownBy(() -> start(null, HOOK + "&webhookExternalUrl=RAW(" + address + ")"))
                .satisfies(thrown -> assertThat(thrown).hasStackTraceContaining("webhookExternalUrl cannot be used"));
    }

    @Test
    void plainHttpIsTakenOnlyToThisMachineOrWhereItIsMeant() throws Exception {
        start("http://localhost:8080", HOOK);
        send("", Map.of());
        assertThat(callback()).isEqualTo("http://localhost:8080/cliqtel/webhook");
        server.close();
        start(null, HOOK + "&webhookExternalUrl=http://a.example.com&allowPlainHttp=true");
        send("", Map.of());
        assertThat(callback()).isEqualTo("http://a.example.com/cliqtel/webhook");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/app", "/app/"})
    void belowAPathOfTheServerTheExternalUrlEndsWithIt(String path) throws Exception {
        startBelow(path, "https://a.example.com/app", HOOK);
        send("", Map.of());
        assertThat(callback()).isEqualTo("https://a.example.com/app/cliqtel/webhook");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://a.example.com", "https://a.example.com/application", "https://a.example.com/app/v1"})
    void anExternalUrlWithoutThePathOfTheServerIsRefusedAtTheStart(String externalUrl) {
        assertThatThrownBy(() -> startBelow("/app", externalUrl, HOOK))
                .hasStackTraceContaining("this application serves webhooks below the path /app");
        assertThatThrownBy(() -> startBelow("/app", null, HOOK + "&webhookExternalUrl=" + externalUrl))
                .hasStackTraceContaining("this application serves webhooks below the path /app");
    }

    @Test
    void aBeanOfTheApplicationSaysThePathToo() throws Exception {
        assertThatThrownBy(() -> server = WebhookServer.start(new RouteBuilder() {
                    @Override
                    public void configure() {
                        getContext().getRegistry().bind("base", new WebhookBasePath("/shop/"));
                        from(HOOK + "&webhookExternalUrl=https://a.example.com").to("log:hook");
                    }
                }))
                .hasStackTraceContaining("this application serves webhooks below the path /shop");
    }
}
