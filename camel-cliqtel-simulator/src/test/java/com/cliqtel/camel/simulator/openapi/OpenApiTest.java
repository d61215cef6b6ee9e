/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.openapi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import com.cliqtel.camel.simulator.Simulator;
import com.cliqtel.camel.simulator.junit5.CliqtelSimulator;
import com.cliqtel.camel.simulator.openapi.Document.Place;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The document by itself, and as it is served. */
class OpenApiTest {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Document document = new Document();
    private final SchemaRegistry metaSchemas = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    @Test
    void isAnOpenApiDocument() {
        JsonNode schema = Document.yaml(Document.PACKAGE + "oas-3.1-schema.json");

        assertThat(metaSchemas.getSchema(schema).validate(document.root())).isEmpty();
    }

    @Test
    void hasSchemasThatAreSchemas() {
        SchemaLocation metaSchema = SchemaLocation.of("https://json-schema.org/draft/2020-12/schema");

        assertThat(document.root().findValues("schema")).hasSizeGreaterThan(20).allSatisfy(schema -> assertThat(
                        metaSchemas.getSchema(metaSchema).validate(schema))
                .isEmpty());
        assertThat(document.root().at("/components/schemas"))
                .hasSizeGreaterThan(10)
                .allSatisfy(
                        schema -> assertThat(metaSchemas.getSchema(metaSchema).validate(schema))
                                .isEmpty());
    }

    @Test
    void hasExamplesThatItsOwnSchemasAllow() {
        assertThat(bodiesBelow(document.start()))
                .hasSizeGreaterThan(10)
                .allSatisfy(body -> document.at(body, "examples").node().forEach(example -> assertThat(
                                document.errors(document.at(body, "schema"), example.path("value")))
                        .isEmpty()));
    }

    @Test
    void saysTheSameInJson() throws IOException {
        Path current = Path.of("target", "cliqtel-sms-api.json");
        Files.writeString(current, JSON.writeValueAsString(document.root()) + "\n");

        assertThat(resource("cliqtel-sms-api.json"))
                .as(
                        "cp camel-cliqtel-simulator/%s camel-cliqtel-simulator/src/main/resources%s",
                        current, Document.PACKAGE)
                .isEqualTo(Files.readString(current));
    }

    @ParameterizedTest
    @CsvSource({"/openapi.yaml, application/yaml", "/openapi.json, application/json"})
    void isServedWithTheSimulatorAsItsFirstServer(String path, String type, @CliqtelSimulator Simulator cliqtel)
            throws Exception {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + cliqtel.port() + path))
                                .build(),
                        BodyHandlers.ofString());

        JsonNode served = new YAMLMapper().readTree(answer.body());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains(type);
        assertThat(served.at("/servers/0/url").asText())
                .isEqualTo(cliqtel.baseUrl().toString());
        assertThat(served.path("servers")).hasSize(2);
        assertThat(served.at("/servers/1")).isEqualTo(document.root().at("/servers/0"));
        assertThat(withoutServers(served)).isEqualTo(withoutServers(document.root()));
        assertThat(cliqtel.calls()).isEmpty();
    }

    private List<Place> bodiesBelow(Place place) {
        List<Place> found = new ArrayList<>();
        place.node().fieldNames().forEachRemaining(name -> {
            Place child = document.at(place, name);
            if (name.equals("content")) {
                found.add(document.at(child, "application/json"));
            } else if (child.node().isObject() && !name.equals("schemas")) {
                found.addAll(bodiesBelow(child));
            }
        });
        return found;
    }

    private static JsonNode withoutServers(JsonNode document) {
        ObjectNode copy = document.deepCopy();
        copy.remove("servers");
        return copy;
    }

    private static String resource(String name) {
        try (InputStream in = Document.class.getResourceAsStream(Document.PACKAGE + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
