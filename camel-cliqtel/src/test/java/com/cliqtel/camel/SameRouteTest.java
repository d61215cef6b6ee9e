/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

import com.cliqtel.camel.fixture.SimulatedAccount;
import com.cliqtel.camel.fixture.WebhookServer;
import com.cliqtel.camel.model.StatusUpdate;
import com.cliqtel.camel.simulator.http.ReceivedCall;
import com.cliqtel.camel.simulator.junit5.Cliqtel;
import org.apache.camel.CamelContext;
import org.apache.camel.ConsumerTemplate;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The same routes, in whatever language they are written: the same requests, the same reports. */
class SameRouteTest {

    /** A way of writing the routes. */
    @FunctionalInterface
    interface Writing {
        void addTo(CamelContext context) throws Exception;
    }

    static Stream<Arguments> writings() {
        return Stream.of(
                java("Java", new SameRoutes()),
                java("Endpoint DSL", new SameEndpointDslRoutes()),
                files("YAML", "same.yaml"),
                files("XML", "same.xml"),
                files("Kamelets", "kamelets.yaml"),
                files("Pipes of Kamelets", "orders-to-sms.pipe.yaml", "reports.pipe.yaml"));
    }

    private static Arguments java(String language, RouteBuilder routes) {
        Writing writing = context -> context.addRoutes(routes);
        return Arguments.of(language, writing);
    }

    private static Arguments files(String language, String... files) {
        Writing writing = context -> {
            for (String file : files) {
                PluginHelper.getRoutesLoader(context)
                        .loadRoutes(ResourceHelper.resolveMandatoryResource(context, "classpath:routes/" + file));
            }
        };
        return Arguments.of(language, writing);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("writings")
    void theSameRequestAndTheSameReports(String language, Writing writing, @SimulatedAccount Cliqtel cliqtel)
            throws Exception {
        cliqtel.given().account(account -> account.webhookSecret(WebhookServer.SECRET));
        try (WebhookServer server = start(cliqtel)) {
            CamelContext camel = server.context();
            Properties properties = new Properties();
            properties.setProperty("hook", server.address().toString());
            camel.getPropertiesComponent().setOverrideProperties(properties);
            writing.addTo(camel);

            Exchange out = send(camel);
            List<String> reports = reports(camel.createConsumerTemplate());

            assertThat(out.getException()).isNull();
            assertThat(out.getMessage().getHeader(CliqtelConstants.MESSAGE_ID)).isEqualTo(42L);
            assertThat(cliqtel.simulator().calls()).singleElement().satisfies(call -> isTheRequest(call, server));
            assertThat(reports).containsExactly(report("sent"), report("delivered"));
        }
    }

    private static WebhookServer start(Cliqtel cliqtel) throws Exception {
        return WebhookServer.start(new RouteBuilder() {
            @Override
            public void configure() {
                CliqtelComponent component = getContext().getComponent("cliqtel", CliqtelComponent.class);
                component.getConnection().setApiKey(cliqtel.apiKey());
                component.getConnection().setBaseUrl(cliqtel.baseUrl().toString());
                component.getWebhook().setWebhookVerifyToken(WebhookServer.SECRET);
            }
        });
    }

    private static Exchange send(CamelContext camel) {
        return camel.createFluentProducerTemplate()
                .to("direct:order-shipped")
                .withBody("It\u2019s canary time")
                .withHeaders(Map.of(CliqtelConstants.TO, "+31 6 12345678"))
                .request(Exchange.class);
    }

    private static void isTheRequest(ReceivedCall call, WebhookServer server) {
        assertThat(call.method()).isEqualTo("POST");
        assertThat(call.path()).endsWith("/messages");
        assertThat(call.body())
                .isEqualTo("{\"from\":\"+16625163513\",\"to\":\"+31612345678\",\"body\":\"It's canary time\","
                        + "\"status_callback_url\":\"" + server.address() + "\"}");
    }

    /** The API's JSON of what the route was told, without its times. */
    private static List<String> reports(ConsumerTemplate consumer) {
        List<String> reports = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            Exchange told = consumer.receive("seda:reports", 10_000);
            assertThat(told.getMessage().getBody()).isInstanceOf(StatusUpdate.class);
            reports.add(told.getMessage().getBody(String.class).replaceAll("\"[0-9-]+T[0-9:]+\\+00:00\"", "TIME"));
        }
        return reports;
    }

    private static String report(String status) {
        return "{\"event\":\"sms.status_updated\",\"data\":{\"id\":42,\"from\":\"+16625163513\","
                + "\"to\":\"+31612345678\",\"direction\":\"outbound\",\"status\":\"" + status
                + "\",\"segments\":1,\"cost\":0.008,\"currency\":\"EUR\",\"created_at\":TIME,\"updated_at\":TIME},"
                + "\"timestamp\":TIME}";
    }
}
