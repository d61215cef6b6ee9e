/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.send;

import java.util.Properties;
import java.util.stream.Stream;

import com.cliqtel.camel.fixture.SimulatedAccount;
import com.cliqtel.camel.fixture.TestAccount;
import com.cliqtel.camel.simulator.account.Message;
import com.cliqtel.camel.simulator.junit5.Cliqtel;
import org.apache.camel.CamelContext;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static com.cliqtel.camel.dsl.StaticEndpointBuilders.cliqtel;
import static org.assertj.core.api.Assertions.assertThat;

/** A number reaches the API as it was meant, however the endpoint is written: Camel decodes + in URIs as a blank. */
class NumbersInUrisTest {

    private static final String NUMBER = "+31612345678";

    private final TestAccount account;

    NumbersInUrisTest(@SimulatedAccount Cliqtel cliqtel) {
        account = TestAccount.of(cliqtel);
    }

    @AfterEach
    void close() throws Exception {
        account.close();
    }

    /** A way of writing the route {@code direct:in} that sends to the number. */
    @FunctionalInterface
    interface Writing {
        void addTo(CamelContext context) throws Exception;
    }

    static Stream<Arguments> writings() {
        return Stream.of(
                java("plus", "cliqtel:send?to=+31612345678"),
                java("%2B", "cliqtel:send?to=%2B31612345678"),
                java("%2B with slashes", "cliqtel://send?to=%2B31612345678"),
                java("{{property}}", "cliqtel:send?to={{phone}}"),
                java("RAW(...)", "cliqtel:send?to=RAW(+31612345678)"),
                java("RAW{...}", "cliqtel:send?to=RAW{+31612345678}"),
                java("double zero", "cliqtel:send?to=0031612345678"),
                dynamic("toD, plus", "cliqtel:send?to=+31612345678"),
                dynamic("toD, header", "cliqtel:send?to=${header.phone}"),
                dynamic("toD, RAW header", "cliqtel:send?to=RAW(${header.phone})"),
                dynamic("toD, property", "cliqtel:send?to={{phone}}"),
                Arguments.of("Endpoint DSL", adding(new EndpointRouteBuilder() {
                    @Override
                    public void configure() {
                        from("direct:in").to(cliqtel("send").to(NUMBER));
                    }
                })),
                Arguments.of("Endpoint DSL, property", adding(new EndpointRouteBuilder() {
                    @Override
                    public void configure() {
                        from("direct:in").to(cliqtel("send").to("{{phone}}"));
                    }
                })),
                text("YAML parameter", "r.yaml", """
                        - route:
                            from:
                              uri: direct:in
                              steps:
                                - to:
                                    uri: cliqtel:send
                                    parameters:
                                      to: "+31612345678"
                        """),
                text("YAML URI", "r.yaml", """
                        - route:
                            from:
                              uri: direct:in
                              steps:
                                - to: "cliqtel:send?to=+31612345678"
                        """),
                text("YAML property", "r.yaml", """
                        - route:
                            from:
                              uri: direct:in
                              steps:
                                - to:
                                    uri: cliqtel:send
                                    parameters:
                                      to: "{{phone}}"
                        """),
                text("XML", "r.xml", """
                        <routes>
                          <route>
                            <from uri="direct:in"/>
                            <to uri="cliqtel:send?to=+31612345678"/>
                          </route>
                        </routes>
                        """),
                text("XML, toD", "r.xml", """
                        <routes>
                          <route>
                            <from uri="direct:in"/>
                            <toD uri="cliqtel:send?to=${header.phone}"/>
                          </route>
                        </routes>
                        """));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("writings")
    void theNumberArrives(String name, Writing writing) throws Exception {
        Properties properties = new Properties();
        properties.setProperty("phone", NUMBER);
        account.context().getPropertiesComponent().setOverrideProperties(properties);
        writing.addTo(account.context());

        assertThat(account.call("direct:in", "x", java.util.Map.of("phone", NUMBER))
                        .getException())
                .isNull();

        assertThat(account.simulator().messages()).extracting(Message::to).containsExactly(NUMBER);
        assertThat(account.simulator().calls().get(0).body()).contains("\"to\":\"+31612345678\"");
    }

    private static Arguments java(String name, String uri) {
        return Arguments.of(name, adding(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in").to(uri);
            }
        }));
    }

    private static Arguments dynamic(String name, String uri) {
        return Arguments.of(name, adding(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in").toD(uri);
            }
        }));
    }

    private static Arguments text(String name, String file, String route) {
        Writing writing =
                context -> PluginHelper.getRoutesLoader(context).loadRoutes(ResourceHelper.fromString(file, route));
        return Arguments.of(name, writing);
    }

    private static Writing adding(RoutesBuilder routes) {
        return context -> context.addRoutes(routes);
    }
}
