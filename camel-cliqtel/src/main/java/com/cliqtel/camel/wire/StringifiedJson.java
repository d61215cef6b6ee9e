/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.wire;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;

/**
 * Reads JSON and writes it again as ECMAScript does: {@code JSON.stringify(JSON.parse(text))}, to the byte (ECMA-262,
 * sections 25.5.1 and 25.5.2). The reference's sample verifies signatures over this form.
 *
 * <p>Stateless and thread-safe. Takes time in proportion to any text, since it runs before the signature is
 * verified.
 */
public final class StringifiedJson {

    /** The largest number of digits in a number, its exponent included. ECMAScript has no limit; real webhooks have up to 20. */
    public static final int MAX_NUMBER_LENGTH = 1_000;

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final JsonFactory JSON = JsonFactory.builder()
            // the table of names is shared and bounded: an attacker could fill it, or break it with colliding hashes
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(JsonReading.MAX_DEPTH)
                    .maxNumberLength(MAX_NUMBER_LENGTH)
                    .maxNameLength(Integer.MAX_VALUE)
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private StringifiedJson() {}

    /**
     * Reads one JSON value of any type and writes it as ECMAScript would.
     *
     * @param utf8 the JSON in UTF-8; one leading byte order mark is dropped, as common readers of HTTP bodies do
     * @return UTF-8, without white space between tokens
     * @throws IllegalArgumentException when it is not UTF-8, not JSON by RFC 8259, nested deeper than
     *     64 levels or has a number longer than {@link #MAX_NUMBER_LENGTH}; neither its text nor its cause
     *     quotes the content
     */
    public static byte[] of(byte[] utf8) {
        try (JsonParser in = JSON.createParser(decoded(utf8))) {
            in.nextToken();
            Object value = value(in);
            if (in.nextToken() != null) {
                throw new IllegalArgumentException("not one JSON value: something follows it");
            }
            return EcmaWriter.written(value).getBytes(StandardCharsets.UTF_8);
        } catch (CharacterCodingException malformed) {
            throw new IllegalArgumentException("not UTF-8");
        } catch (IOException malformed) {
            throw new IllegalArgumentException("not JSON, or beyond the limits of nesting and digits");
        }
    }

    // decoded here, since Jackson would also guess UTF-16 and UTF-32 from bytes
    private static String decoded(byte[] utf8) throws CharacterCodingException {
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(utf8))
                .toString();
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(BYTE_ORDER_MARK.length()) : text;
    }

    private static Object value(JsonParser in) throws IOException {
        JsonToken token = in.currentToken();
        if (token == null) {
            throw new IllegalArgumentException("not JSON: empty");
        }
        if (token == JsonToken.START_OBJECT) {
            return object(in);
        }
        if (token == JsonToken.START_ARRAY) {
            return array(in);
        }
        if (token.isNumeric()) {
            return Double.valueOf(in.getText());
        }
        if (token.isBoolean()) {
            return in.getBooleanValue();
        }
        return token == JsonToken.VALUE_NULL ? null : in.getText();
    }

    private static Map<String, Object> object(JsonParser in) throws IOException {
        Map<String, Object> members = new LinkedHashMap<>();
        for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
            in.nextToken();
            // for a repeated name, a LinkedHashMap and ECMAScript both keep the first position and the last value
            members.put(name, value(in));
        }
        return members;
    }

    private static List<Object> array(JsonParser in) throws IOException {
        List<Object> elements = new ArrayList<>();
        while (in.nextToken() != JsonToken.END_ARRAY) {
            elements.add(value(in));
        }
        return elements;
    }
}
