/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;

/**
 * A Kamelet as it is on the class path, and what is to be said against it.
 *
 * @param name without the file's endings
 */
record KameletFile(String name, JsonNode content) {

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{(\\??)(\\w+)}}");

    static KameletFile of(String name) {
        return new KameletFile(name, read("/kamelets/" + name + ".kamelet.yaml"));
    }

    JsonNode properties() {
        return content.at("/spec/definition/properties");
    }

    /** The placeholders in the route: with or without the question mark that allows for none. */
    Set<String> placeholders(String mark) {
        return PLACEHOLDER
                .matcher(content.at("/spec/template").toString())
                .results()
                .filter(found -> found.group(1).equals(mark))
                .map(found -> found.group(2))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What Camel K's definition of Kamelets says against it; what that does not know, counts too. */
    List<String> againstTheDefinition() {
        JsonNode schema = read("/camel.apache.org_kamelets.yaml").at("/spec/versions/0/schema/openAPIV3Schema");
        closed(schema);
        // metadata is Kubernetes' own, of any content
        ((ObjectNode) schema.at("/properties/metadata")).put("x-kubernetes-preserve-unknown-fields", true);
        return errors(schema, content);
    }

    /** What the schema of Camel's YAML DSL says against the route. */
    List<String> againstTheYamlDsl() {
        JsonNode route = YAML.createArrayNode().add(YAML.createObjectNode().set("route", content.at("/spec/template")));
        return errors(read("/schema/camelYamlDsl.json"), route);
    }

    private static List<String> errors(JsonNode schema, JsonNode value) {
        return SchemaRegistry.withDialect(Dialects.getDraft4()).getSchema(schema).validate(value).stream()
                .map(Error::toString)
                .toList();
    }

    private static void closed(JsonNode schema) {
        if (schema instanceof ObjectNode object
                && object.path("properties").isObject()
                && object.path("type").asText().equals("object")
                && !object.has("x-kubernetes-preserve-unknown-fields")) {
            object.put("additionalProperties", false);
        }
        schema.forEach(KameletFile::closed);
    }

    private static JsonNode read(String resource) {
        try (InputStream file = KameletFile.class.getResourceAsStream(resource)) {
            return YAML.readTree(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
