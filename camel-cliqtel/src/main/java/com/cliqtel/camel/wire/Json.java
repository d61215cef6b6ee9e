/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.wire;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import com.cliqtel.camel.model.JsonObject;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * JSON as it crosses the wire: objects with exact decimals, in UTF-8, within limits that no honest answer comes near.
 * Stateless and thread-safe.
 */
public final class Json {

    /** How deep objects and arrays may nest. */
    public static final int MAX_DEPTH = 64;

    private static final char REPLACEMENT = '\ufffd';
    private static final int MAX_STRING_BYTES = 64 * 1024;
    private static final int MAX_NUMBER_LENGTH = 100;

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxStringLength(MAX_STRING_BYTES)
                    .maxNumberLength(MAX_NUMBER_LENGTH)
                    .build())
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            // its table of names is shared: one document whose names have one hash, and it stays broken for all
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .build();

    private static final ObjectWriter WRITER = new JsonMapper(JSON).writer();
    private static final ObjectWriter ASCII_WRITER = WRITER.with(JsonWriteFeature.ESCAPE_NON_ASCII);

    private Json() {}

    /**
     * Reads one JSON object.
     *
     * @param bytes UTF-8
     * @throws IllegalArgumentException when it is not one; neither its text nor its cause quotes the content
     */
    public static JsonObject read(byte[] bytes) {
        // decoded first: given bytes, Jackson would guess UTF-16 and UTF-32 too
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (text.indexOf(REPLACEMENT) >= 0) {
            checkUtf8(bytes);
        }
        return read(text);
    }

    // the quick way of decoding puts this character where there was none: only then is it asked whether it was there
    private static void checkUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
        } catch (CharacterCodingException malformed) {
            throw new IllegalArgumentException("not UTF-8");
        }
    }

    /** Reads one JSON object from decoded text; see {@link #read(byte[])}. */
    static JsonObject read(String text) {
        try (JsonParser in = JSON.createParser(text)) {
            if (in.nextToken() == JsonToken.START_OBJECT) {
                JsonObject object = object(in);
                if (in.nextToken() == null) {
                    return object;
                }
            }
        } catch (IOException | IllegalArgumentException malformed) {
            // said below: the text of either may quote the content
        }
        throw new IllegalArgumentException("not a JSON object");
    }

    private static JsonObject object(JsonParser in) throws IOException {
        JsonObject.Builder object = new JsonObject.Builder();
        for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
            object.add(name, value(in, in.nextToken()));
        }
        return object.build();
    }

    private static List<Object> array(JsonParser in) throws IOException {
        List<Object> array = new ArrayList<>();
        for (JsonToken next = in.nextToken(); next != JsonToken.END_ARRAY; next = in.nextToken()) {
            array.add(value(in, next));
        }
        return Collections.unmodifiableList(array);
    }

    private static Object value(JsonParser in, JsonToken token) throws IOException {
        return switch (token) {
            case START_OBJECT -> object(in);
            case START_ARRAY -> array(in);
            case VALUE_STRING -> in.getText();
            case VALUE_NUMBER_INT -> in.getNumberValue();
            case VALUE_NUMBER_FLOAT -> in.getDecimalValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> null;
        };
    }

    /** Writes an object or an array, in UTF-8. */
    public static byte[] write(Object json) {
        try {
            // to a text first: to bytes, Jackson would escape emoji and whatever else lies beyond the BMP
            String text = WRITER.writeValueAsString(json);
            return hasHalfASurrogatePair(text) ? write(WRITER, json) : text.getBytes(StandardCharsets.UTF_8);
        } catch (IOException notJson) {
            return write(WRITER, json);
        }
    }

    private static boolean hasHalfASurrogatePair(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                return true;
            }
        }
        return false;
    }

    /** Writes an object or an array, in ASCII: any text can be so written, half of a surrogate pair too. */
    public static byte[] writeAscii(Object json) {
        return write(ASCII_WRITER, json);
    }

    private static byte[] write(ObjectWriter writer, Object json) {
        try {
            return writer.writeValueAsBytes(json);
        } catch (IOException notJson) {
            throw new IllegalArgumentException(
                    "not expressible as JSON: " + json.getClass().getName());
        }
    }
}
