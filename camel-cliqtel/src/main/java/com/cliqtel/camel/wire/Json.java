/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.wire;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
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

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxStringLength(MAX_STRING_BYTES)
                            .maxNumberLength(MAX_NUMBER_LENGTH)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    // its table of names is shared: one document whose names have one hash, and it stays broken for all
                    .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final ObjectReader READER = MAPPER.readerFor(new TypeReference<Map<String, Object>>() {});
    private static final ObjectWriter WRITER = MAPPER.writer();
    private static final ObjectWriter ASCII_WRITER = WRITER.with(JsonWriteFeature.ESCAPE_NON_ASCII);

    private Json() {}

    /**
     * Reads one JSON object.
     *
     * @param bytes UTF-8
     * @throws IllegalArgumentException when it is not one; neither its text nor its cause quotes the content
     */
    public static Map<String, Object> read(byte[] bytes) {
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
    static Map<String, Object> read(String text) {
        try {
            Map<String, Object> object = READER.readValue(text);
            if (object == null) {
                throw new IllegalArgumentException("not a JSON object");
            }
            return object;
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException("not a JSON object");
        }
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
