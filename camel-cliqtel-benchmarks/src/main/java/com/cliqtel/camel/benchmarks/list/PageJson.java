/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.benchmarks.list;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The JSON of a page, with the fields of hand-written code. */
record PageJson(List<Row> data, Meta meta) {

    record Meta(
            long total,
            int page,
            @JsonProperty("per_page") int perPage,
            @JsonProperty("total_pages") int totalPages) {}

    record Row(
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
