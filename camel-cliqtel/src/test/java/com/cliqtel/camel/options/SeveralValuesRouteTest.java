/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.options;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.cliqtel.camel.CliqtelEndpoint;
import com.cliqtel.camel.error.CliqtelRejectedException;
import com.cliqtel.camel.fixture.StartedMain;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Options that take several values, in every form in which Camel's properties, URIs and routes can hold them. */
class SeveralValuesRouteTest {

    private static final String ALLOWED = "+31612345678";
    private static final String ALSO_ALLOWED = "+4915112345678";
    private static final String STRANGER = "+31687654321";

    private static final Map<String, String> ACCOUNT =
            Map.of("apiKey", "canary-api-key", "from", "+16625163513", "dryRun", "true");

    private static StartedMain start(Map<String, String> more, RouteBuilder... routes) throws Exception {
        Map<String, String> properties = new LinkedHashMap<>(ACCOUNT);
        properties.putAll(more);
        return StartedMain.with(properties, routes);
    }

    private static void assertOnlyTheseMayBeSentTo(StartedMain main, String uri) {
        assertThat(main.send(uri, ALLOWED).getException()).isNull();
        assertThat(main.send(uri, ALSO_ALLOWED).getException()).isNull();
        assertThat(main.send(uri, STRANGER).getException())
                .isInstanceOf(CliqtelRejectedException.class)
                .hasMessageContaining("allowedRecipients");
    }

    static List<Map<String, String>> formsOfProperties() {
        Map<String, String> twelve = new LinkedHashMap<>();
        for (int i = 0; i < 10; i++) {
            twelve.put("allowedRecipients[" + i + "]", "+1202555000" + i);
        }
        twelve.put("allowedRecipients[10]", ALLOWED);
        twelve.put("allowedRecipients[11]", "+4915*");
        return List.of(
                Map.of("allowedRecipients", "+31612345678, +4915*"),
                Map.of("allowed-recipients", "+31612345678,+4915*"),
                Map.of("allowedRecipients[0]", "+31612345678", "allowedRecipients[1]", "+4915*"),
                Map.of("allowed-recipients[0]", "+31612345678", "allowed-recipients[1]", "+4915*"),
                twelve);
    }

    @ParameterizedTest
    @MethodSource("formsOfProperties")
    void recipientsInPropertiesAreHeldToInEveryForm(Map<String, String> properties) throws Exception {
        try (StartedMain main = start(properties)) {
            assertOnlyTheseMayBeSentTo(main, "cliqtel:send");
        }
    }

    @Test
    void hostsInPropertiesAreReadInTheIndexedForm() throws Exception {
        try (StartedMain main =
                start(Map.of("allowedCallbackHosts[0]", "a.example.com", "allowedCallbackHosts[1]", "b.example.com"))) {
            assertThat(main.component().getSend().getAllowedCallbackHosts()).isEqualTo("a.example.com,b.example.com");
        }
    }

    @Test
    void aTextAndAnIndexForOneOptionAreRefused() {
        assertThatThrownBy(() -> start(Map.of("allowedRecipients", "+31612345678", "allowedRecipients[0]", "+4915*")))
                .hasStackTraceContaining("both as a text and with an index");
    }

    @ParameterizedTest
    @ValueSource(strings = {"from[0]", "baseUrl[0]", "unknownOutcome[0]", "maxWait[0]", "statuses[0]"})
    void anIndexForAnOptionOfOneValueIsRefused(String property) {
        assertThatThrownBy(() -> start(Map.of(property, "1")))
                .hasStackTraceContaining("camel.component.cliqtel." + property.replaceAll("\\W.*", ""));
    }

    @Test
    void anEmptyListIsRefusedBecauseItWouldAllowNothing() {
        assertThatThrownBy(() -> start(Map.of("allowedRecipients", ",")))
                .hasStackTraceContaining("allowedRecipients names nobody");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cliqtel:send?allowedRecipients=%2B31612345678,%2B4915*",
                "cliqtel:send?allowedRecipients=%2B31612345678&allowedRecipients=%2B4915*",
                "cliqtel:send?allowedRecipients=RAW(+31612345678,+4915*)",
                "cliqtel:send?allowedRecipients=RAW(+31612345678)&allowedRecipients=RAW(+4915*)"
            })
    void recipientsInUrisAreHeldToInEveryForm(String uri) throws Exception {
        try (StartedMain main = start(Map.of())) {
            assertOnlyTheseMayBeSentTo(main, uri);
        }
    }

    @Test
    void aRepeatedOptionOfOneValueIsRefusedInUris() throws Exception {
        try (StartedMain main = start(Map.of())) {
            assertThatThrownBy(() -> main.endpoint("cliqtel:send?longMessage=split&longMessage=fail"))
                    .hasStackTraceContaining("longMessage takes one value");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[\"+31612345678\", \"+4915*\"]",
                "\n              - \"+31612345678\"\n              - \"+4915*\""
            })
    void aYamlListIsRefusedByCamel(String list) throws Exception {
        try (StartedMain main = start(Map.of())) {
            assertThatThrownBy(() -> main.addYaml(yaml(list))).hasStackTraceContaining("SEQUENCE");
        }
    }

    @Test
    void recipientsInYamlRoutesAreHeldTo() throws Exception {
        try (StartedMain main = start(Map.of())) {
            main.addYaml(yaml("\"+31612345678,+4915*\""));
            assertOnlyTheseMayBeSentTo(main, "direct:yaml");
        }
    }

    private static String yaml(String recipients) {
        return """
                    - from:
                        uri: direct:yaml
                        steps:
                          - to:
                              uri: cliqtel:send
                              parameters:
                                allowedRecipients: %s
                    """.formatted(recipients);
    }

    @Test
    void statusesAndEventsOfAWebhookAreReadFromUrisInEveryForm() throws Exception {
        try (StartedMain main = start(Map.of())) {
            CliqtelEndpoint endpoint =
                    main.endpoint("cliqtel:webhook?statuses=delivered&statuses=failed&events=sms.status_updated");
            assertThat(endpoint.getStatusFilter().getStatuses()).isEqualTo("delivered,failed");
            assertThat(endpoint.getEventFilter().getEvents()).isEqualTo("sms.status_updated");
        }
    }

    @Test
    void recipientsInXmlRoutesAreHeldTo() throws Exception {
        try (StartedMain main = start(Map.of())) {
            main.addXml("""
                    <routes xmlns="http://camel.apache.org/schema/spring">
                      <route>
                        <from uri="direct:xml"/>
                        <to uri="cliqtel:send?allowedRecipients=%2B31612345678&amp;allowedRecipients=%2B4915*"/>
                      </route>
                    </routes>
                    """);
            assertOnlyTheseMayBeSentTo(main, "direct:xml");
        }
    }

    @Test
    void recipientsInTheEndpointDslAreHeldTo() throws Exception {
        EndpointRouteBuilder routes = new EndpointRouteBuilder() {
            @Override
            public void configure() {
                from("direct:dsl")
                        .to(com.cliqtel.camel.dsl.StaticEndpointBuilders.cliqtel("send")
                                .allowedRecipients("+31612345678,+4915*"));
            }
        };
        try (StartedMain main = start(Map.of(), routes)) {
            assertOnlyTheseMayBeSentTo(main, "direct:dsl");
        }
    }

    @Test
    void recipientsOfAComponentBeanInPropertiesAreHeldTo() throws Exception {
        try (StartedMain main = start(Map.of(
                ":camel.beans.sms", "#class:com.cliqtel.camel.CliqtelComponent",
                ":camel.beans.sms.apiKey", "canary-api-key",
                ":camel.beans.sms.from", "+16625163513",
                ":camel.beans.sms.dryRun", "true",
                ":camel.beans.sms.allowedRecipients[0]", "+31612345678",
                ":camel.beans.sms.allowedRecipients[1]", "+4915*"))) {
            assertOnlyTheseMayBeSentTo(main, "sms:send");
        }
    }
}
