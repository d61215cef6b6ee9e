/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.json;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import com.cliqtel.camel.simulator.account.Refusal;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Reads JSON strictly and writes it byte for byte as JavaScript's {@code JSON.stringify} does. */
final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    // names whose hashes collide would break the table that all readers share
                    .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                    .disable(JsonWriteFeature.WRITE_HEX_UPPER_CASE)
                    .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}

    static JsonNode read(byte[] utf8) {
        try {
            return MAPPER.readTree(strictly(utf8));
        } catch (JacksonException e) {
            throw Refusal.invalid("The request body is not valid JSON");
        }
    }

    /** A text, and not bytes, comes out first: written to bytes, Jackson would escape what is beyond the BMP. */
    static String write(Map<String, ?> object) {
        try {
            return MAPPER.writeValueAsString(object);
        } catch (JacksonException e) {
            throw new IllegalStateException("Maps of texts and numbers can always be written", e);
        }
    }

    /** JavaScript knows no trailing zeros; exponents it writes only outside the range that a tariff allows. */
    static BigDecimal number(BigDecimal amount) {
        return amount.stripTrailingZeros();
    }

    private static String strictly(byte[] utf8) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString();
        } catch (CharacterCodingException e) {
            throw Refusal.invalid("The request body is not valid UTF-8");
        }
    }
}
