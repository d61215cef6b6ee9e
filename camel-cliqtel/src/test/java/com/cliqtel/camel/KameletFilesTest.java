/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import com.cliqtel.camel.fixture.KameletFile;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.camel.catalog.DefaultCamelCatalog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The Kamelets are what Camel's tools expect of Kamelets. */
class KameletFilesTest {

    static Stream<KameletFile> kamelets() {
        return Stream.of("cliqtel-sink", "cliqtel-webhook-source", "cliqtel-inbound-source")
                .map(KameletFile::of);
    }

    @ParameterizedTest
    @MethodSource("kamelets")
    void itIsAsTheDefinitionOfKameletsWants(KameletFile kamelet) {
        assertThat(kamelet.againstTheDefinition()).isEmpty();
        assertThat(kamelet.againstTheYamlDsl()).isEmpty();
    }

    @Test
    void whatTheDefinitionDoesNotKnowIsSeen() {
        KameletFile kamelet = KameletFile.of("cliqtel-sink");
        ((ObjectNode) kamelet.content().at("/spec")).put("templates", "");
        ((ObjectNode) kamelet.content().at("/spec/template/from")).put("url", "");
        assertThat(kamelet.againstTheDefinition()).anyMatch(error -> error.contains("templates"));
        assertThat(kamelet.againstTheYamlDsl()).anyMatch(error -> error.contains("url"));
    }

    @ParameterizedTest
    @MethodSource("kamelets")
    void itsNameSaysItsKind(KameletFile kamelet) {
        JsonNode metadata = kamelet.content().get("metadata");
        assertThat(metadata.get("name").asText()).isEqualTo(kamelet.name());
        assertThat(kamelet.name())
                .endsWith("-"
                        + metadata.at("/labels/camel.apache.org~1kamelet.type").asText());
    }

    @ParameterizedTest
    @MethodSource("kamelets")
    void itsRouteUsesEachPropertyAndNoOther(KameletFile kamelet) {
        Set<String> withDefault = new TreeSet<>();
        Set<String> without = new TreeSet<>();
        kamelet.properties()
                .properties()
                .forEach(property ->
                        (property.getValue().has("default") ? withDefault : without).add(property.getKey()));
        assertThat(kamelet.placeholders("")).isEqualTo(withDefault);
        assertThat(kamelet.placeholders("?")).isEqualTo(without);
    }

    @ParameterizedTest
    @MethodSource("kamelets")
    void itsPropertiesAreOptionsOfTheComponentSecretWhereThoseAre(KameletFile kamelet) {
        JsonNode template = kamelet.content().at("/spec/template/from");
        JsonNode endpoint = template.has("parameters") ? template : template.at("/steps/0/to");
        var options = new DefaultCamelCatalog().componentModel("cliqtel").getEndpointParameterOptions();
        endpoint.get("parameters").fieldNames().forEachRemaining(name -> {
            JsonNode property = kamelet.properties().get(name);
            assertThat(options)
                    .filteredOn(option -> option.getName().equals(name))
                    .singleElement()
                    .satisfies(option -> assertThat(
                                    "password".equals(property.path("format").asText()))
                            .isEqualTo(option.isSecret()));
            assertThat(property.path("title").asText()).isNotBlank();
            assertThat(property.path("description").asText()).endsWith(".");
        });
    }

    @ParameterizedTest
    @MethodSource("kamelets")
    void itDependsOnThisVersion(KameletFile kamelet) {
        String version = new DefaultCamelCatalog().componentModel("cliqtel").getVersion();
        assertThat(kamelet.content().at("/spec/dependencies"))
                .extracting(JsonNode::asText)
                .contains("mvn:com.cliqtel.camel:camel-cliqtel:" + version);
        assertThat(kamelet.content()
                        .at("/metadata/annotations/camel.apache.org~1catalog.version")
                        .asText())
                .isEqualTo(version);
    }
}
