/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.openapi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;

/** The OpenAPI document that is shipped, and what its schemas say of a value. */
public final class Document {

    static final String PACKAGE = "/com/cliqtel/camel/simulator/openapi/";
    private static final String IRI = "https://camel-cliqtel.test/openapi.json";

    private final JsonNode root = yaml(PACKAGE + "cliqtel-sms-api.yaml");
    private final SchemaRegistry schemas = SchemaRegistry.withDialect(
            Dialects.getDraft202012(), builder -> builder.schemas(iri -> iri.equals(IRI) ? root.toString() : null)
                    .schemaRegistryConfig(SchemaRegistryConfig.builder()
                            .formatAssertionsEnabled(true)
                            .build()));

    /** An operation of its paths. */
    public record Operation(String method, String path, Place place) {

        /** Its path, with every parameter taken by this value. */
        public String path(String parameters) {
            return path.replaceAll("\\{[^}]*}", parameters);
        }

        String name() {
            return method + " " + path;
        }
    }

    /** A place in it, and what stands there; references are followed. */
    record Place(JsonPointer pointer, JsonNode node) {}

    static JsonNode yaml(String resource) {
        try (InputStream in = Document.class.getResourceAsStream(resource)) {
            return new YAMLMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode root() {
        return root;
    }

    /** All of its paths. */
    public List<Operation> operations() {
        List<Operation> found = new ArrayList<>();
        root.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    Place place = at(at(at(start(), "paths"), path.getKey()), operation.getKey());
                    found.add(new Operation(operation.getKey().toUpperCase(Locale.ROOT), path.getKey(), place));
                }));
        return found;
    }

    Place start() {
        return new Place(JsonPointer.empty(), root);
    }

    Place at(Place place, String... names) {
        Place found = place;
        for (String name : names) {
            JsonNode child = found.node().isArray()
                    ? found.node().path(Integer.parseInt(name))
                    : found.node().path(name);
            found = followed(
                    new Place(found.pointer().append(JsonPointer.empty().appendProperty(name)), child));
        }
        return found;
    }

    Stream<Place> all(Place array) {
        return Stream.iterate(0, i -> i < array.node().size(), i -> i + 1).map(i -> at(array, String.valueOf(i)));
    }

    /** What is wrong with a value, by the schema at a place; empty when nothing is. */
    List<String> errors(Place schema, JsonNode value) {
        SchemaLocation location = SchemaLocation.of(IRI + "#" + schema.pointer());
        return schemas.getSchema(location).validate(value).stream()
                .map(Error::toString)
                .toList();
    }

    private Place followed(Place place) {
        String reference = place.node().path("$ref").asText();
        // a schema's reference is the validator's to follow, with what stands beside it
        if (reference.isEmpty() || reference.startsWith("#/components/schemas/")) {
            return place;
        }
        JsonPointer target = JsonPointer.compile(reference.substring(1));
        return new Place(target, root.at(target));
    }
}
