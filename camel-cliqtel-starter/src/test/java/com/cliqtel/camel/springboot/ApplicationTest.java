/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.springboot;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import com.cliqtel.camel.CliqtelComponent;
import com.cliqtel.camel.CliqtelConstants;
import com.cliqtel.camel.error.CliqtelRejectedException;
import com.cliqtel.camel.ledger.Ledger;
import com.cliqtel.camel.model.Estimate;
import com.cliqtel.camel.model.Sms;
import com.cliqtel.camel.model.SmsNumber;
import com.cliqtel.camel.model.StatusUpdate;
import com.cliqtel.camel.simulator.Simulator;
import com.cliqtel.camel.simulator.SimulatorBuilder;
import com.cliqtel.camel.simulator.account.Message;
import com.cliqtel.camel.simulator.junit5.CliqtelSimulator;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.FluentProducerTemplate;
import org.apache.camel.support.ScheduledPollConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static com.cliqtel.camel.simulator.junit5.CliqtelSimulator.Limits.NONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** What the component does, in a Spring Boot application that has nothing but the starters that the README names. */
@ExtendWith(OutputCaptureExtension.class)
@SpringBootTest(
        classes = Application.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "camel.component.cliqtel.api-key=canary-key",
            "camel.component.cliqtel.fromNumberId=11",
            "camel.component.cliqtel.request-timeout=7s",
            "camel.component.cliqtel.max-wait=1m",
            "camel.component.cliqtel.requests-per-minute=0",
            "camel.component.cliqtel.messages-per-second=0",
            "camel.component.cliqtel.webhook-verify-token=canary-secret",
            "camel.component.cliqtel.smart-encoding=true",
            "camel.component.cliqtel.ledger=#bean:myLedger",
            "camel.component.cliqtel.http.maxTotalConnections=17"
        })
class ApplicationTest {

    static final class WithASecret implements Consumer<SimulatorBuilder> {

        @Override
        public void accept(SimulatorBuilder account) {
            account.webhookSecret("canary-secret");
        }
    }

    @CliqtelSimulator(key = "canary-key", deliveryTime = "PT0.1S", limits = NONE, account = WithASecret.class)
    private static Simulator cliqtel;

    @Autowired
    private CamelContext camel;

    @Autowired
    private FluentProducerTemplate producer;

    @Autowired
    private Application application;

    @Autowired
    private Ledger ledger;

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void simulator(DynamicPropertyRegistry properties) {
        properties.add(
                "camel.component.cliqtel.baseUrl", () -> cliqtel.baseUrl().toString());
    }

    @BeforeEach
    void forget() {
        application.routed.clear();
    }

    @AfterEach
    void nothingSecretIsLogged(CapturedOutput log) {
        assertThat(log.getAll()).doesNotContain("canary");
    }

    private Exchange call(String uri, Object body, Map<String, Object> headers) {
        return producer.to(uri).withBody(body).withHeaders(headers).request(Exchange.class);
    }

    private String hook() {
        return "http://127.0.0.1:" + port + "/cliqtel/webhook";
    }

    @Test
    void propertiesInKebabCaseAndCamelCaseDurationsAndBeansReachTheComponent() {
        CliqtelComponent component = camel.getComponent("cliqtel", CliqtelComponent.class);
        assertThat(component.getConnection().getRequestTimeout()).isEqualTo(Duration.ofSeconds(7));
        assertThat(component.getRetry().getMaxWait()).isEqualTo(Duration.ofMinutes(1));
        assertThat(component.getSend().getFromNumberId()).isEqualTo(11L);
        assertThat(component.getText().getSmartEncoding()).isTrue();
        assertThat(component.getLedger().getLedger()).isSameAs(ledger);
        assertThat(component.getConnection().getHttp()).containsEntry("maxTotalConnections", "17");
        // not set, so the default holds
        assertThat(component.getConnection().getConnectTimeout()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void theProducersCallTheApi() {
        Exchange sent = call("direct:send", "canary text", Map.of(CliqtelConstants.TO, "+31612345678"));
        Sms sms = sent.getMessage().getBody(Sms.class);
        assertThat(sms.status()).hasToString("queued");
        assertThat(call("cliqtel:get", sms.id(), Map.of())
                        .getMessage()
                        .getBody(Sms.class)
                        .id())
                .isEqualTo(sms.id());
        assertThat(call("cliqtel:list?to=%2B31612345678", null, Map.of())
                        .getMessage()
                        .getBody(List.class))
                .isNotEmpty();
        assertThat(((SmsNumber) call("cliqtel:numbers", null, Map.of())
                                .getMessage()
                                .getBody(List.class)
                                .get(0))
                        .id())
                .isEqualTo(11L);
        assertThat(call("cliqtel:estimate", "canary", Map.of())
                        .getMessage()
                        .getBody(Estimate.class)
                        .segments())
                .isEqualTo(1);
        assertThat(sent.getMessage().getBody(String.class)).startsWith("{\"id\":" + sms.id());
        assertThat(camel.resolveLanguage("simple")
                        .createExpression("${body.status} ${body.cost}")
                        .evaluate(sent, String.class))
                .isEqualTo("queued 0.008");
    }

    @Test
    void failuresAreOnTheExchange() {
        Exchange refused = call("direct:send", "canary text", Map.of(CliqtelConstants.TO, "12"));
        assertThat(refused.getException()).isInstanceOf(CliqtelRejectedException.class);
    }

    @Test
    void deliveryReportsArriveVerifiedAndForgedOnesDoNot() {
        call("cliqtel:send?to=+31612345678&statusCallbackUrl=" + hook(), "canary text", Map.of());
        await().until(() -> application.routed.size() == 2);
        assertThat(application
                        .routed
                        .get(1)
                        .getMessage()
                        .getBody(StatusUpdate.class)
                        .status())
                .hasToString("delivered");
        assertThat(application.routed.get(1).getMessage().getHeader(CliqtelConstants.STATUS_FINAL))
                .isEqualTo(true);
        cliqtel.forgeWebhook(hook(), "{\"event\":\"x\"}");
        assertThat(application.routed).hasSize(2);
    }

    @Test
    void inboundMessagesArrive() {
        ScheduledPollConsumer consumer =
                (ScheduledPollConsumer) camel.getRoute("in").getConsumer();
        consumer.run();
        Message received = cliqtel.receive("MyBank", "+16625163513", "canary text");
        consumer.run();
        assertThat(application.routed)
                .extracting(exchange -> exchange.getMessage().getBody(Sms.class).id())
                .containsExactly(received.id());
    }

    @Test
    void namesAnInvalidOption() {
        assertThatThrownBy(() -> camel.getEndpoint("cliqtel:send?delay=1"))
                .hasStackTraceContaining("it belongs to cliqtel:inbound, cliqtel:status");
    }
}
