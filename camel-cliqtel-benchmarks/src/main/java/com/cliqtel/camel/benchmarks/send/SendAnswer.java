/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.benchmarks.send;

import java.math.BigDecimal;
import java.time.OffsetDateTime;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The answer's JSON, as one would read it by hand. */
record SendAnswer(Data data) {

    record Data(
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

        OffsetDateTime created() {
            return OffsetDateTime.parse(createdAt);
        }
    }
}
