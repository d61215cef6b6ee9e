/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.webhook.verify.hostile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Another reader of the same bytes: Jackson almost as it comes, to compare with what we make of them. */
public final class PlainJackson {

    private static final ObjectMapper JACKSON = JsonMapper.builder(JsonFactory.builder()
                    // as it comes, it cannot read all of these names
                    .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private PlainJackson() {}

    /** What the bytes say. */
    public static JsonNode read(byte[] json) throws IOException {
        return JACKSON.readTree(new String(json, StandardCharsets.UTF_8).replaceFirst("^\ufeff+", ""));
    }

    /** Whether two values say the same, however their numbers are written. */
    public static boolean same(JsonNode one, JsonNode other) {
        return one.equals(PlainJackson::compare, other);
    }

    private static int compare(JsonNode one, JsonNode other) {
        if (one.isNumber() && other.isNumber()) {
            return one.decimalValue().compareTo(other.decimalValue());
        }
        return one.equals(other) ? 0 : 1;
    }

    /** The same for what was read already. */
    public static JsonNode tree(Object json) {
        return JACKSON.valueToTree(json);
    }
}
