/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.options;

import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

import com.cliqtel.camel.error.CliqtelRejectedException;
import com.cliqtel.camel.fixture.SimulatedAccount;
import com.cliqtel.camel.fixture.TestAccount;
import com.cliqtel.camel.simulator.account.Message;
import com.cliqtel.camel.simulator.junit5.Cliqtel;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static com.cliqtel.camel.dsl.StaticEndpointBuilders.cliqtel;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A blank before a number, as from a CSV file, never becomes a plus: that would be another country's number. */
class BlanksInUrisRouteTest {

    private static final String DIGITS = "2035550123";

    private final TestAccount account;

    BlanksInUrisRouteTest(@SimulatedAccount Cliqtel cliqtel) {
        account = TestAccount.of(cliqtel);
    }

    @AfterEach
    void close() throws Exception {
        account.close();
    }

    /** A way of sending to what the header or the property {@code phone} holds. */
    @FunctionalInterface
    interface Way {
        void addTo(CamelContext context) throws Exception;
    }

    @FunctionalInterface
    interface Step {
        void addTo(RouteDefinition route);
    }

    static Stream<Arguments> ways() {
        return Stream.of(
                way("toD", route -> route.toD("cliqtel:send?to=${header.phone}")),
                way("toD, slashes", route -> route.toD("cliqtel://send?to=${header.phone}")),
                way(
                        "toD, not optimised",
                        route -> route.toD().allowOptimisedComponents(false).uri("cliqtel:send?to=${header.phone}")),
                way("toD of a whole URI", route -> route.setHeader("uri")
                        .simple("cliqtel:send?to=${header.phone}")
                        .toD("${header.uri}")),
                way("recipientList", route -> route.recipientList().simple("cliqtel:send?to=${header.phone}")),
                way("routingSlip", route -> route.routingSlip().simple("cliqtel:send?to=${header.phone}")),
                way("enrich", route -> route.enrich().simple("cliqtel:send?to=${header.phone}")),
                way("property", route -> route.to("cliqtel:send?to={{phone}}")),
                Arguments.of("Endpoint DSL, property", (Way) context -> context.addRoutes(new EndpointRouteBuilder() {
                    @Override
                    public void configure() {
                        from("direct:in").to(cliqtel("send").to("{{phone}}"));
                    }
                })),
                Arguments.of("Endpoint DSL, toD", (Way) context -> context.addRoutes(new EndpointRouteBuilder() {
                    @Override
                    public void configure() {
                        from("direct:in").toD(cliqtel("send").to("${header.phone}"));
                    }
                })),
                Arguments.of("YAML parameter", (Way) context ->
                        PluginHelper.getRoutesLoader(context).loadRoutes(ResourceHelper.fromString("r.yaml", """
                                - route:
                                    from:
                                      uri: direct:in
                                      steps:
                                        - to:
                                            uri: cliqtel:send
                                            parameters:
                                              to: "{{phone}}"
                                """))),
                Arguments.of("Kamelet parameter", (Way) context ->
                        PluginHelper.getRoutesLoader(context).loadRoutes(ResourceHelper.fromString("r.yaml", """
                                - route:
                                    from:
                                      uri: direct:in
                                      steps:
                                        - to:
                                            uri: kamelet:cliqtel-sink
                                            parameters:
                                              to: "{{phone}}"
                                """))));
    }

    private static Arguments way(String name, Step step) {
        Way way = context -> context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                step.addTo(from("direct:in"));
            }
        });
        return Arguments.of(name, way);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ways")
    void aBlankThatAValueBringsIsNoPlus(String name, Way way) throws Exception {
        for (String option : List.of("", "&allowedRecipients=%2B" + DIGITS)) {
            Exchange out = sentTo(way, " " + DIGITS);
            assertThat(out.getException()).as(option).isInstanceOf(CliqtelRejectedException.class);
            assertThat(out.getException().getMessage()).contains("to").doesNotContain(DIGITS);
            assertThat(account.simulator().calls()).isEmpty();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ways")
    void aPlusThatAValueBringsArrivesOrIsRefusedWithAHint(String name, Way way) throws Exception {
        Exchange out = sentTo(way, "+31612345678");
        if (out.getException() != null) {
            assertThat(out.getException())
                    .isInstanceOf(CliqtelRejectedException.class)
                    .hasMessageContaining("RAW(");
        } else {
            assertThat(account.simulator().messages()).extracting(Message::to).containsExactly("+31612345678");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "toD",
                "toD, slashes",
                "property",
                "Endpoint DSL, property",
                "Endpoint DSL, toD",
                "YAML parameter",
                "Kamelet parameter",
                "enrich"
            })
    void aPlusThatAValueBringsArrives(String name) throws Exception {
        Way way = (Way) ways().filter(each -> each.get()[0].equals(name))
                .findFirst()
                .orElseThrow()
                .get()[1];
        assertThat(sentTo(way, "+31612345678").getException()).isNull();
        assertThat(account.simulator().messages()).extracting(Message::to).containsExactly("+31612345678");
    }

    @Test
    void aValueInRawIsNoExpression() throws Exception {
        account.route(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in").toD("cliqtel:send?to=RAW(${header.phone})");
            }
        });
        Map<String, Object> headers = Map.of("phone", "$simple{header.other}", "other", "+31612345678");
        assertThat(account.call("direct:in", "canary", headers).getException())
                .isInstanceOf(CliqtelRejectedException.class);
        assertThat(account.simulator().calls()).isEmpty();
    }

    private Exchange sentTo(Way way, String phone) throws Exception {
        Properties properties = new Properties();
        properties.setProperty("phone", phone);
        account.context().getPropertiesComponent().setOverrideProperties(properties);
        if (account.context().getRoutes().isEmpty()) {
            way.addTo(account.context());
        }
        return account.call("direct:in", "canary", Map.of("phone", phone));
    }

    @Test
    void aBlankIsNoPlusAlsoWhereTheSameDigitsWereWrittenWithOne() throws Exception {
        account.route(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:plus").to("cliqtel:send?to=+" + DIGITS);
                from("direct:list").recipientList().simple("cliqtel:send?to=${header.phone}");
            }
        });
        assertThat(account.call("direct:plus", "canary").getException()).isNull();
        assertThat(account.call("cliqtel:send?to=%2B" + DIGITS, "canary").getException())
                .isNull();
        Map<String, Object> blank = Map.of("phone", " " + DIGITS);
        assertThat(account.call("direct:list", "canary", blank).getException())
                .isInstanceOf(CliqtelRejectedException.class)
                .hasMessageContaining("RAW(");
        assertThat(account.call("cliqtel:send?to= " + DIGITS, "canary").getException())
                .isInstanceOf(CliqtelRejectedException.class);
        assertThat(account.call("cliqtel:send?to=%20" + DIGITS, "canary").getException())
                .isInstanceOf(CliqtelRejectedException.class);
        assertThat(account.call("cliqtel:send?to=+" + DIGITS, "canary").getException())
                .isNull();
        assertThat(account.simulator().messages())
                .extracting(Message::to)
                .containsOnly("+" + DIGITS)
                .hasSize(3);
    }

    @Test
    void aBlankIsNoPlusWithADefaultRegionEither() throws Exception {
        account.route(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:list").recipientList().simple("cliqtel:send?defaultRegion=US&to=${header.phone}");
                from("direct:dynamic").toD("cliqtel:send?defaultRegion=US&to=${header.phone}");
            }
        });
        Map<String, Object> blank = Map.of("phone", " " + DIGITS);
        // it may have been +20…, which is Egypt
        assertThat(account.call("direct:list", "canary", blank).getException())
                .isInstanceOf(CliqtelRejectedException.class);
        assertThat(account.call("direct:dynamic", "canary", blank).getException())
                .isNull();
        assertThat(account.simulator().messages()).extracting(Message::to).containsExactly("+1" + DIGITS);
    }

    @Test
    void aBlankInAWireTapIsNoPlusEither() throws Exception {
        account.route(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in").wireTap("cliqtel:send?to=${header.phone}");
            }
        });
        account.call("direct:in", "canary", Map.of("phone", " " + DIGITS));
        account.call("direct:in", "canary", Map.of("phone", "+31612345678"));
        await().untilAsserted(() -> assertThat(account.simulator().messages()).isNotEmpty());
        account.context().stop();
        assertThat(account.simulator().messages()).extracting(Message::to).containsExactly("+31612345678");
    }

    @Test
    void rawKeepsThePlusInARecipientList() throws Exception {
        account.route(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:list").recipientList().simple("cliqtel:send?to=RAW(${header.phone})");
            }
        });
        assertThat(account.call("direct:list", "canary", Map.of("phone", "+31612345678"))
                        .getException())
                .isNull();
        assertThat(account.call("direct:list", "canary", Map.of("phone", " " + DIGITS))
                        .getException())
                .isInstanceOf(CliqtelRejectedException.class);
        assertThat(account.simulator().messages()).extracting(Message::to).containsExactly("+31612345678");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cliqtel:send?to=${header.phone}&allowedRecipients=+31*",
                "cliqtel:send?to=${header.phone}&allowedRecipients=+49*, +31*",
                "cliqtel:send?to=${header.phone}&allowedRecipients=%2B49*,%2B31*",
                "cliqtel:send?to=${header.phone}&allowedRecipients=RAW(\\+316\\d{8,9})",
                "cliqtel:send?to=${header.phone}&from=+16625163513",
                "cliqtel:send?to=%2B${header.digits}",
                "cliqtel:send?to=${header.phone}&statusCallbackUrl=https://app.example/hook?a=1+2"
            })
    void whatStandsInADynamicUriKeepsItsPlus(String uri) throws Exception {
        account.route(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in").toD(uri);
            }
        });
        Exchange out = account.call("direct:in", "canary", Map.of("phone", "+31612345678", "digits", "31612345678"));
        assertThat(out.getException()).isNull();
        assertThat(account.simulator().messages()).extracting(Message::to).containsExactly("+31612345678");
    }

    @Test
    void aSenderAFilterOrATimeWithABlankIsNotReadAsOneWithAPlus() throws Exception {
        account.route(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:from").toD("cliqtel:send?to=RAW(+31612345678)&from=${header.value}");
                from("direct:since").toD("cliqtel:list?since=${header.value}");
                from("direct:filter").toD("cliqtel:list?to=${header.value}");
                from("direct:list").recipientList().simple("cliqtel:list?to=${header.value}");
            }
        });
        assertThat(account.call("direct:from", "canary", Map.of("value", " 16625163513"))
                        .getException())
                .isInstanceOf(CliqtelRejectedException.class);
        assertThat(account.call("direct:since", null, Map.of("value", "2026-04-03T10:15:30 02:00"))
                        .getException())
                .isInstanceOf(CliqtelRejectedException.class);
        assertThat(account.call("direct:list", null, Map.of("value", " 16625163513"))
                        .getException())
                .isInstanceOf(CliqtelRejectedException.class);
        account.call("direct:filter", null, Map.of("value", " 16625163513"));
        assertThat(account.simulator().calls())
                .extracting(call -> call.query())
                .containsExactly("to=16625163513&page=1&per_page=25");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\u00a0+31612345678", "\u202a+31612345678\u202c", "\u3000+31612345678", "\uff0b31612345678"})
    void aNumberOfAnyScriptIsReadInADynamicUri(String phone) throws Exception {
        account.route(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in").toD("cliqtel:send?to=${header.phone}");
            }
        });
        assertThat(account.call("direct:in", "canary", Map.of("phone", phone)).getException())
                .isNull();
        assertThat(account.simulator().messages()).extracting(Message::to).containsExactly("+31612345678");
    }
}
