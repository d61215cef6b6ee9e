/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.wire;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

import com.cliqtel.camel.model.JsonObject;
import com.cliqtel.camel.text.MessageText;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * Reads and writes the API's JSON: objects with exact decimals, in UTF-8, within limits that are far above every real answer.
 * Stateless and thread-safe.
 */
public final class Json {

    private static final String BEFORE_JSON = " \t\r\n\ufeff";
    private static final char REPLACEMENT = '\ufffd';
    // a row that is nested too deeply is skipped; the parser needs memory for each level, so there is a limit for all
    private static final int MAX_DEPTH_SKIPPED = 1_000;

    // JsonReading has lower limits, so that it can skip rows beyond them
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH_SKIPPED)
                    .maxNameLength(Integer.MAX_VALUE)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .build())
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            // Jackson's table of names is shared; one document with many names of the same hash would break it for all
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .build();

    private static final ObjectWriter WRITER = new JsonMapper(JSON).writer();
    private static final ObjectWriter ASCII_WRITER = WRITER.with(JsonWriteFeature.ESCAPE_NON_ASCII);

    private Json() {}

    /**
     * Reads one JSON object.
     *
     * @param bytes UTF-8; byte order marks before the object are skipped, since some servers write several
     * @throws IllegalArgumentException when the bytes are not a JSON object; neither its message nor its cause quotes the
     *     content
     */
    public static JsonObject read(byte[] bytes) {
        String text = decoded(bytes);
        if (isMalformed(text, bytes)) {
            throw new IllegalArgumentException("not UTF-8" + (isUtf16(bytes) ? " but UTF-16" : ""));
        }
        return read(text, false, false);
    }

    /**
     * Reads one JSON object with a field that is a list of objects. An unreadable object in that list is null: it has a
     * repeated name, is nested too deeply, or has a text that is too long or not UTF-8.
     *
     * @throws IllegalArgumentException when anything else can't be read; neither its message nor its cause quotes the content
     */
    static JsonObject readRows(byte[] bytes) {
        String text = decoded(bytes);
        return read(text, true, isMalformed(text, bytes));
    }

    // decoded here, since Jackson would also guess UTF-16 and UTF-32 from bytes
    private static String decoded(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        int start = 0;
        while (start < text.length() && BEFORE_JSON.indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        return text.substring(start);
    }

    // decoding writes a replacement character for malformed bytes; only then the bytes are checked again
    private static boolean isMalformed(String text, byte[] bytes) {
        if (text.indexOf(REPLACEMENT) < 0) {
            return false;
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return false;
        } catch (CharacterCodingException malformed) {
            return true;
        }
    }

    private static boolean isUtf16(byte[] bytes) {
        return bytes.length > 1 && (bytes[0] & bytes[1]) == (byte) 0xFE && bytes[0] != bytes[1];
    }

    private static JsonObject read(String text, boolean skipsRows, boolean wasMalformed) {
        try (JsonParser in = JSON.createParser(text)) {
            return new JsonReading(in, skipsRows, wasMalformed).document();
        } catch (IOException | IllegalArgumentException malformed) {
            // without the cause, since the message of each may quote the content
            throw new IllegalArgumentException("not a JSON object");
        }
    }

    /** Writes an object or an array, in UTF-8. */
    public static byte[] write(Object json) {
        try {
            // written to a text first, since Jackson would escape emoji and other characters beyond the BMP in bytes
            String text = WRITER.writeValueAsString(json);
            return MessageText.hasHalfASurrogatePair(text)
                    ? write(WRITER, json)
                    : text.getBytes(StandardCharsets.UTF_8);
        } catch (IOException notJson) {
            return write(WRITER, json);
        }
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
