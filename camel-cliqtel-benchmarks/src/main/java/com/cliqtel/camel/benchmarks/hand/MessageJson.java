/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.benchmarks.hand;

import java.math.BigDecimal;
import java.time.OffsetDateTime;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The JSON of a message, with the fields that hand-written code reads. */
public record MessageJson(
        long id,
        String from,
        String to,
        String body,
        String direction,
        String status,
        int segments,
        BigDecimal cost,
        String currency,
        String carrier,
        @JsonProperty("created_at") String createdAt) {

    /** Returns the parsed {@code created_at}. */
    public OffsetDateTime created() {
        return OffsetDateTime.parse(createdAt);
    }
}
