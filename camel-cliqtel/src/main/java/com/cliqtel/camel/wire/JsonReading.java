/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.wire;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import com.cliqtel.camel.model.JsonObject;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

/** Reads one JSON document. Each instance is used once. */
final class JsonReading {

    /** The largest depth of nested objects and arrays. */
    static final int MAX_DEPTH = 64;

    private static final char REPLACEMENT = '\ufffd';
    private static final int MAX_STRING = 64 * 1024;
    private static final int MAX_NAME = 50_000;
    private static final int MAX_NUMBER = 100;
    // the document is an object, the list is in it
    private static final int ROWS = 2;

    private final JsonParser in;
    private final boolean skipsRows;
    private final boolean wasMalformed;

    /**
     * @param skipsRows whether an object in a list of the document may be unreadable: it is then null in the list
     * @param wasMalformed whether some bytes were no UTF-8: a text with a replacement character is then unreadable
     */
    JsonReading(JsonParser in, boolean skipsRows, boolean wasMalformed) {
        this.in = in;
        this.skipsRows = skipsRows;
        this.wasMalformed = wasMalformed;
    }

    /**
     * Returns the document's object.
     *
     * @throws IllegalArgumentException when the document is not one object, or exceeds the limits
     */
    JsonObject document() throws IOException {
        if (in.nextToken() == JsonToken.START_OBJECT) {
            JsonObject object = object(1);
            if (in.nextToken() == null) {
                return object;
            }
        }
        throw new IllegalArgumentException("not one object");
    }

    private JsonObject object(int depth) throws IOException {
        JsonObject.Builder object = new JsonObject.Builder();
        for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
            object.add(checked(name, MAX_NAME), value(in.nextToken(), depth + 1));
        }
        return object.build();
    }

    private List<Object> array(int depth) throws IOException {
        List<Object> array = new ArrayList<>();
        for (JsonToken next = in.nextToken(); next != JsonToken.END_ARRAY; next = in.nextToken()) {
            array.add(skipsRows && depth == ROWS && next == JsonToken.START_OBJECT ? row() : value(next, depth + 1));
        }
        return Collections.unmodifiableList(array);
    }

    private JsonObject row() throws IOException {
        int outside = in.getParsingContext().getNestingDepth() - 1;
        try {
            return object(ROWS + 1);
        } catch (IllegalArgumentException unreadable) {
            while (in.getParsingContext().getNestingDepth() > outside) {
                if (in.nextToken() == null) {
                    throw unreadable;
                }
            }
            return null;
        }
    }

    private Object value(JsonToken token, int depth) throws IOException {
        if (token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY) {
            if (depth > MAX_DEPTH) {
                throw new IllegalArgumentException("nested too deeply");
            }
            return token == JsonToken.START_OBJECT ? object(depth) : array(depth);
        }
        return switch (token) {
            case VALUE_STRING -> checked(in.getText(), MAX_STRING);
            case VALUE_NUMBER_INT -> number().getNumberValue();
            case VALUE_NUMBER_FLOAT -> number().getDecimalValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> null;
        };
    }

    private JsonParser number() throws IOException {
        if (in.getTextLength() > MAX_NUMBER) {
            throw new IllegalArgumentException("a number with too many digits");
        }
        return in;
    }

    private String checked(String text, int max) {
        if (text.length() > max || wasMalformed && text.indexOf(REPLACEMENT) >= 0) {
            throw new IllegalArgumentException("a text that is too long, or not UTF-8");
        }
        return text;
    }
}
