/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.benchmarks.webhook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;

/** The JSON of a webhook, with the fields of hand-written code. */
record EventJson(String event, Data data, String timestamp) {

    private static final ObjectReader READER = new ObjectMapper()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .readerFor(EventJson.class);

    record Data(
            long id,
            String from,
            String to,
            String direction,
            String status,
            int segments,
            BigDecimal cost,
            String currency,
            @JsonProperty("created_at") String createdAt,
            @JsonProperty("updated_at") String updatedAt) {}

    static EventJson read(byte[] json) {
        try {
            return READER.readValue(json);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
