/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.openapi;

import java.net.URLDecoder;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import com.cliqtel.camel.simulator.openapi.Document.Operation;
import com.cliqtel.camel.simulator.openapi.Document.Place;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;

/** What the document says of an exchange, and which of its parts were met. */
public final class Contract {

    /** Errors whose status the reference doesn't tell, and one that is the simulator's own: {@code default}. */
    private static final Set<String> WITHOUT_STATUS = Set.of("insufficient_balance", "payload_too_large");

    private static final JsonMapper JSON = new JsonMapper();

    private final Document document = new Document();
    private final Set<String> met = new TreeSet<>();

    /** A request as it was sent: the path without the base's, percent-encoded, and the query or null. */
    public record Sent(String method, String path, String query, String body) {}

    /** What is wrong with an answer; empty when nothing is, or when it is of no operation of the document. */
    public List<String> errors(Sent sent, HttpResponse<String> answer) {
        return operation(sent).map(operation -> errors(operation, sent, answer)).orElse(List.of());
    }

    /** Which operation a request is for. */
    Optional<Operation> operation(Sent sent) {
        return document.operations().stream()
                .filter(operation ->
                        operation.method().equals(sent.method()) && sent.path().matches(operation.path("[^/]+")))
                .findFirst();
    }

    /** What there is to be met. */
    Set<String> parts() {
        Set<String> parts = new TreeSet<>();
        for (Operation operation : document.operations()) {
            document.all(document.at(operation.place(), "parameters"))
                    .forEach(parameter -> parts.add(operation.name() + " parameter " + name(parameter)));
            Place responses = document.at(operation.place(), "responses");
            responses.node().fieldNames().forEachRemaining(status -> codes(document.at(responses, status))
                    .forEach(code -> parts.add(part(operation, status, code))));
            properties(operation).forEach(field -> parts.add(operation.name() + " field " + field));
        }
        return parts;
    }

    Set<String> met() {
        return met;
    }

    /** What is wrong with a webhook. */
    List<String> errors(String signature, String body) {
        Place post = document.at(document.start(), "webhooks", "statusUpdated", "post");
        List<String> errors = new ArrayList<>(body(document.at(post, "requestBody"), body));
        document.all(document.at(post, "parameters"))
                .forEach(parameter -> errors.addAll(value(parameter, Optional.ofNullable(signature))));
        return errors;
    }

    private List<String> errors(Operation operation, Sent sent, HttpResponse<String> answer) {
        Place responses = document.at(operation.place(), "responses");
        String status = String.valueOf(answer.statusCode());
        String declared = responses.node().has(status) ? status : "default";
        Place response = document.at(responses, declared);
        List<String> errors = new ArrayList<>(headers(response, answer.headers()));
        errors.addAll(body(response, answer.body()));
        String code = read(answer.body()).at("/error/code").asText();
        boolean known = declared.equals("default")
                ? WITHOUT_STATUS.contains(code)
                : codes(response).contains(code);
        if (!known) {
            errors.add(operation.name() + ": " + status + " " + code + " is not declared");
        }
        met.add(part(operation, declared, code));
        if (answer.statusCode() < 300) {
            errors.addAll(request(operation, sent));
        }
        return errors;
    }

    private List<String> request(Operation operation, Sent sent) {
        List<String> errors = new ArrayList<>();
        Map<String, String> query = query(sent.query());
        document.all(document.at(operation.place(), "parameters")).forEach(parameter -> {
            boolean ofPath = parameter.node().path("in").asText().equals("path");
            String segment = sent.path().substring(sent.path().lastIndexOf('/') + 1);
            Optional<String> value = ofPath ? Optional.of(segment) : Optional.ofNullable(query.remove(name(parameter)));
            value.ifPresent(given -> met.add(operation.name() + " parameter " + name(parameter)));
            errors.addAll(value(parameter, value));
        });
        query.keySet().forEach(unknown -> errors.add(operation.name() + ": parameter " + unknown + " is not declared"));
        Place body = document.at(operation.place(), "requestBody");
        if (!body.node().isMissingNode()) {
            errors.addAll(body(body, sent.body()));
            read(sent.body()).fieldNames().forEachRemaining(field -> met.add(operation.name() + " field " + field));
        }
        return errors;
    }

    private List<String> headers(Place response, HttpHeaders headers) {
        List<String> errors = new ArrayList<>();
        Place declared = document.at(response, "headers");
        declared.node()
                .fieldNames()
                .forEachRemaining(
                        name -> errors.addAll(value(document.at(declared, name), headers.firstValue(name)).stream()
                                .map(error -> name + ": " + error)
                                .toList()));
        headers.map().keySet().stream()
                .filter(name -> name.matches("(?i)x-.*|retry-after"))
                .filter(name -> !declared.node()
                        .toString()
                        .toLowerCase(Locale.ROOT)
                        .contains("\"" + name.toLowerCase(Locale.ROOT) + "\""))
                .forEach(name -> errors.add("header " + name + " is not declared"));
        if (!headers.firstValue("Content-Type").equals(Optional.of("application/json"))) {
            errors.add("Content-Type is " + headers.firstValue("Content-Type"));
        }
        return errors;
    }

    private List<String> value(Place parameter, Optional<String> value) {
        if (value.isEmpty()) {
            return parameter.node().path("required").asBoolean() ? List.of(name(parameter) + " is missing") : List.of();
        }
        String text = value.get();
        boolean integer = parameter.node().at("/schema/type").asText().equals("integer");
        JsonNode node = integer && text.matches("-?[0-9]{1,18}")
                ? LongNode.valueOf(Long.parseLong(text))
                : TextNode.valueOf(text);
        return document.errors(document.at(parameter, "schema"), node);
    }

    private List<String> body(Place message, String body) {
        return document.errors(document.at(message, "content", "application/json", "schema"), read(body));
    }

    private Set<String> properties(Operation operation) {
        Place schema = document.at(operation.place(), "requestBody", "content", "application/json", "schema");
        String reference = schema.node().path("$ref").asText();
        Set<String> names = new TreeSet<>();
        if (!reference.isEmpty()) {
            document.root()
                    .at(reference.substring(1))
                    .path("properties")
                    .fieldNames()
                    .forEachRemaining(names::add);
        }
        return names;
    }

    /** The error codes a response has examples of; the empty one for an answer that is no error. */
    private Set<String> codes(Place response) {
        Set<String> codes = new TreeSet<>();
        document.at(response, "content", "application/json", "examples")
                .node()
                .forEach(example -> codes.add(example.at("/value/error/code").asText()));
        return codes.isEmpty() ? Set.of("") : codes;
    }

    /** An error without a status is declared for all operations, and met when it is met at one of them. */
    private static String part(Operation operation, String status, String code) {
        return (status.equals("default") ? "any" : operation.name()) + " answers " + status + " " + code;
    }

    private static String name(Place parameter) {
        return parameter.node().path("name").asText();
    }

    private static Map<String, String> query(String query) {
        Map<String, String> values = new TreeMap<>();
        for (String pair : query == null ? new String[0] : query.split("&")) {
            String[] parts = pair.split("=", 2);
            values.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return values;
    }

    private static JsonNode read(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return TextNode.valueOf("no JSON");
        }
    }
}
