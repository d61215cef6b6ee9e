/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.springboot;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;

import com.cliqtel.camel.CliqtelConstants;
import com.cliqtel.camel.error.CliqtelRejectedException;
import com.cliqtel.camel.model.Estimate;
import com.cliqtel.camel.model.SendSms;
import com.cliqtel.camel.model.Sms;
import com.cliqtel.camel.model.StatusUpdate;
import com.cliqtel.camel.simulator.Simulator;
import com.cliqtel.camel.simulator.junit5.CliqtelSimulator;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.FluentProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.ScheduledPollConsumer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static com.cliqtel.camel.simulator.junit5.CliqtelSimulator.Limits.NONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Bodies, headers and options as routes use them, in a Spring Boot application. */
@SpringBootTest(
        classes = {Application.class, SurfaceTest.MoreRoutes.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "camel.component.cliqtel.api-key=canary-key",
            "camel.component.cliqtel.from=+16625163513",
            "camel.component.cliqtel.requests-per-minute=0",
            "camel.component.cliqtel.messages-per-second=0"
        })
class SurfaceTest {

    private static final String TO = "+31612345678";
    private static final List<StatusUpdate> POLLED = new CopyOnWriteArrayList<>();

    @CliqtelSimulator(key = "canary-key", deliveryTime = "PT0.1S", limits = NONE)
    private static Simulator cliqtel;

    static class MoreRoutes {

        @Bean
        RouteBuilder moreRoutes() {
            return new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:dynamic").toD("cliqtel:send?to=${header.phone}");
                    from("direct:json").to("cliqtel:send").marshal().json();
                    from("cliqtel:status?startScheduler=false&startFrom=beginning")
                            .routeId("status")
                            .process(
                                    exchange -> POLLED.add(exchange.getMessage().getBody(StatusUpdate.class)));
                }
            };
        }
    }

    @Autowired
    private CamelContext camel;

    @Autowired
    private FluentProducerTemplate producer;

    @DynamicPropertySource
    static void simulator(DynamicPropertyRegistry properties) {
        properties.add(
                "camel.component.cliqtel.base-url", () -> cliqtel.baseUrl().toString());
    }

    private Exchange call(String uri, Object body, Map<String, Object> headers) {
        return producer.to(uri).withBody(body).withHeaders(headers).request(Exchange.class);
    }

    private Sms sent(String uri, Object body, Map<String, Object> headers) {
        return call(uri, body, headers).getMessage().getBody(Sms.class);
    }

    @Test
    void textsMapsAndSendSmsAreSent() {
        assertThat(sent("direct:send", "canary text", Map.of(CliqtelConstants.TO, TO))
                        .to())
                .isEqualTo(TO);
        assertThat(sent("direct:send", Map.of("to", TO, "body", "canary map"), Map.of())
                        .body())
                .isEqualTo("canary map");
        assertThat(sent("direct:send", SendSms.of(TO, "canary sms"), Map.of()).body())
                .isEqualTo("canary sms");
        assertThat(call("direct:send", new Object(), Map.of(CliqtelConstants.TO, TO))
                        .getException())
                .isInstanceOf(CliqtelRejectedException.class)
                .hasMessageContaining("java.lang.Object");
    }

    @Test
    void aNumberInADynamicUriKeepsItsPlus() {
        assertThat(sent("direct:dynamic", "canary dynamic", Map.of("phone", TO)).to())
                .isEqualTo(TO);
    }

    @Test
    void answersHaveHeadersAndBecomeTheApisJsonAndAMap() {
        Exchange out = call("direct:send", "canary facts", Map.of(CliqtelConstants.TO, TO));
        Sms sms = out.getMessage().getBody(Sms.class);
        assertThat(out.getMessage().getHeader(CliqtelConstants.MESSAGE_ID)).isEqualTo(sms.id());
        assertThat(out.getMessage().getHeader(CliqtelConstants.COST)).isInstanceOf(BigDecimal.class);
        assertThat(out.getMessage().getBody(Map.class)).containsEntry("to", TO);
        assertThat(new String(out.getMessage().getBody(byte[].class))).contains("\"to\":\"" + TO + "\"");
        assertThat(call("direct:json", "canary json", Map.of(CliqtelConstants.TO, TO))
                        .getMessage()
                        .getBody(String.class))
                .contains("\"to\":\"" + TO + "\"");
    }

    @Test
    void theSameKeyIsOneSms() {
        Map<String, Object> headers = Map.of(CliqtelConstants.TO, TO, CliqtelConstants.IDEMPOTENCY_KEY, "order-1");
        Sms first = sent("direct:send", "canary once", headers);
        Exchange again = call("direct:send", "canary once", headers);
        assertThat(again.getMessage().getBody(Sms.class).id()).isEqualTo(first.id());
        assertThat(again.getMessage().getHeader(CliqtelConstants.DUPLICATE)).isEqualTo(true);
    }

    @Test
    void readsListsPageByPageAndMakesNoCallInADryRun() {
        for (int i = 0; i < 3; i++) {
            cliqtel.receive(TO, "+16625163513", "canary " + i);
        }
        List<Object> read = new ArrayList<>();
        Iterator<?> messages = call("cliqtel:list?direction=inbound&paging=stream&perPage=1", null, Map.of())
                .getMessage()
                .getBody(Iterator.class);
        messages.forEachRemaining(read::add);
        assertThat(read).hasSize(3).hasOnlyElementsOfType(Sms.class);

        int before = cliqtel.messages().size();
        assertThat(call("cliqtel:send?dryRun=true", "canary dry", Map.of(CliqtelConstants.TO, TO))
                        .getMessage()
                        .getBody())
                .isInstanceOf(Estimate.class);
        assertThat(cliqtel.messages()).hasSize(before);
    }

    @Test
    void statusChangesArePolled() {
        Sms sms = sent("direct:send", "canary polled", Map.of(CliqtelConstants.TO, TO));
        ScheduledPollConsumer consumer =
                (ScheduledPollConsumer) camel.getRoute("status").getConsumer();
        await().until(() -> {
            consumer.run();
            return POLLED.stream()
                    .anyMatch(update -> Objects.equals(update.id(), sms.id())
                            && update.status().toString().equals("delivered"));
        });
    }
}
