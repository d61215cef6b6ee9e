/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The tables of options and headers that documents have, made of the component's catalog. */
final class OptionTables {

    private static final Path CATALOG = Path.of("src/generated/resources/META-INF/com/cliqtel/camel/cliqtel.json");
    private static final JsonNode JSON = read();

    private OptionTables() {}

    /** A table of the catalog: its key there, and its title. */
    private record Table(String key, String title) {

        List<Row> rows() {
            List<Row> rows = new ArrayList<>();
            JSON.get(key).properties().forEach(entry -> rows.add(Row.of(entry)));
            return rows;
        }
    }

    /** What stands in a row; empty where there is nothing to say. */
    private record Row(String name, String use, String type, String standard, String description) {

        static Row of(Map.Entry<String, JsonNode> entry) {
            JsonNode option = entry.getValue();
            return new Row(
                    entry.getKey(),
                    use(option),
                    type(option),
                    option.path("defaultValue").asText(),
                    option.get("description").asText() + (option.path("secret").asBoolean() ? " Secret." : ""));
        }

        private static String use(JsonNode option) {
            String label = option.path("label").asText();
            return label.contains("producer") ? "producer" : label.contains("consumer") ? "consumer" : "";
        }

        private static String type(JsonNode option) {
            if (option.has("enum")) {
                List<String> words = new ArrayList<>();
                option.get("enum").forEach(word -> words.add(word.asText()));
                return String.join(", ", words);
            }
            String java = option.get("javaType").asText();
            return java.contains("<") ? "Map" : java.substring(java.lastIndexOf('.') + 1);
        }
    }

    private static final List<Table> TABLES = List.of(
            new Table("componentProperties", "Component options"),
            new Table("properties", "Endpoint options"),
            new Table("headers", "Message headers"));

    /** All tables as a page that code hosts render. */
    static String markdown() {
        return """
                # Options and headers

                Made of the component's catalog by `DocumentsTest`; [the component's page](../camel-cliqtel/src/main/docs/cliqtel-component.adoc)
                tells what they are for. Component options are properties `camel.component.cliqtel.*` and the defaults of every endpoint;
                endpoint options stand in its URI. Durations can be written `500`, `7s`, `2m`, `3d`, or `PT7S`.
                """
                + all((table, rows) -> "\n## " + table.title
                        + "\n\n| name | for | type | default | |\n| --- | --- | --- | --- | --- |\n"
                        + rows.stream().map(OptionTables::markdownRow).collect(Collectors.joining()));
    }

    private static String markdownRow(Row row) {
        return "| `" + row.name + "` | " + row.use + " | " + row.type + " | "
                + (row.standard.isEmpty() ? "" : "`" + row.standard + "`") + " | " + row.description.replace("|", "\\|")
                + " |\n";
    }

    /** All tables as a section of the component's page. */
    static String asciidoc() {
        return all((table, rows) ->
                "\n== " + table.title + "\n\n[width=\"100%\",cols=\"2m,1,1m,1m,6\",options=\"header\"]\n|===\n"
                        + "| Name | For | Type | Default | Description\n"
                        + rows.stream().map(OptionTables::asciidocRow).collect(Collectors.joining())
                        + "|===\n");
    }

    private static String asciidocRow(Row row) {
        String cells = Stream.of(row.name, row.use, row.type, row.standard, row.description)
                .map(cell -> "| " + cell.replace("|", "\\|"))
                .map(String::strip)
                .collect(Collectors.joining("\n"));
        return "\n" + cells + "\n";
    }

    private static String all(BiFunction<Table, List<Row>, String> rendering) {
        return TABLES.stream()
                .map(table -> rendering.apply(table, table.rows()))
                .collect(Collectors.joining());
    }

    private static JsonNode read() {
        try {
            return new ObjectMapper().readTree(CATALOG.toFile());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
