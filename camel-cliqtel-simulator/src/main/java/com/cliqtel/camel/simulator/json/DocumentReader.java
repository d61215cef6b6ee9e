/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.json;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * Reads a document: JSON if it begins with <code>{</code>, else YAML. Aliases, tags, several documents and duplicate names are
 * refused.
 */
public final class DocumentReader {

    /** Most characters a document may have. */
    public static final int MOST = 32 << 20;

    private static final int DEEPEST = 50;
    private static final StreamReadConstraints BOUNDS =
            StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build();
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(BOUNDS)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .build();
    private static final JsonFactory YAML = YAMLFactory.builder()
            .streamReadConstraints(BOUNDS)
            .loaderOptions(bounded())
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .build();

    private final JsonParser parser;
    private final DocumentPosition start;

    private DocumentReader(JsonParser parser, DocumentPosition start) {
        this.parser = parser;
        this.start = start;
    }

    /**
     * Reads it.
     *
     * @param source what it is called in errors
     * @param text the document
     * @return what it says
     * @throws IllegalArgumentException when it is no such document, saying where
     */
    public static DocumentNode read(String source, String text) {
        DocumentPosition start = new DocumentPosition(source, 1, "");
        if (text.length() > MOST) {
            throw start.wrong("a document must have at most " + MOST + " characters, not " + text.length());
        }
        boolean isJson = text.stripLeading().startsWith("{");
        try (JsonParser parser = (isJson ? JSON : YAML).createParser(text)) {
            return new DocumentReader(parser, start).document();
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw start.at(Math.max(1, line), "")
                    .wrong("this is not " + (isJson ? "JSON" : "YAML") + ": " + firstLine(e.getOriginalMessage()));
        } catch (YAMLException | IOException e) {
            throw start.wrong("this is not YAML: " + firstLine(e.getMessage()));
        }
    }

    private DocumentNode document() throws IOException {
        if (parser.nextToken() == null) {
            throw start.wrong("there is nothing in it");
        }
        DocumentNode tree = value("");
        if (parser.nextToken() != null) {
            throw here("").wrong("a second document begins. Right would be: one");
        }
        return tree;
    }

    private DocumentNode value(String path) throws IOException {
        DocumentPosition place = here(path);
        requirePlain(place);
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            return new DocumentNode.Fields(place, fields(path));
        }
        if (token == JsonToken.START_ARRAY) {
            List<DocumentNode> items = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                items.add(value(path + "[" + items.size() + "]"));
            }
            return new DocumentNode.Items(place, List.copyOf(items));
        }
        // Jackson takes "null" in quotes for nothing too, so it stays a text here
        return new DocumentNode.Leaf(place, kind(token), parser.getText());
    }

    private Map<String, DocumentNode> fields(String path) throws IOException {
        Map<String, DocumentNode> fields = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            String below = path.isEmpty() ? name : path + "." + name;
            DocumentPosition place = here(below);
            requirePlain(place);
            parser.nextToken();
            if (fields.put(name, value(below)) != null) {
                throw place.wrong("this name is there twice");
            }
        }
        return Collections.unmodifiableMap(fields);
    }

    private void requirePlain(DocumentPosition place) throws IOException {
        boolean alias = parser instanceof YAMLParser yaml && yaml.isCurrentAlias();
        if (alias || parser.getObjectId() != null || parser.getTypeId() != null) {
            throw place.wrong("anchors, aliases and tags (&, *, !) are not taken. Right would be: the value itself");
        }
    }

    private DocumentPosition here(String path) {
        return start.at(Math.max(1, parser.currentTokenLocation().getLineNr()), path);
    }

    private static DocumentNode.Kind kind(JsonToken token) {
        return token == JsonToken.VALUE_STRING
                ? DocumentNode.Kind.TEXT
                : token.isNumeric() ? DocumentNode.Kind.NUMBER : DocumentNode.Kind.WORD;
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("").strip();
    }

    private static LoaderOptions bounded() {
        LoaderOptions options = new LoaderOptions();
        options.setNestingDepthLimit(DEEPEST);
        options.setCodePointLimit(MOST);
        return options;
    }
}
