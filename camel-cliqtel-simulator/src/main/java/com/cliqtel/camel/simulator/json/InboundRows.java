/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What inbound messages show otherwise than outbound ones do: the reference has no sample of one.
 *
 * @param fields in place of the usual ones; a value is a text, a number, true, false, or null
 */
public record InboundRows(Map<String, Object> fields) {

    /** They are as outbound ones. */
    public static final InboundRows AS_OUTBOUND = new InboundRows(Map.of());

    /**
     * Copies the fields.
     *
     * @throws IllegalArgumentException when a value is none of those
     */
    public InboundRows {
        fields.forEach((field, value) -> {
            if (!(value == null || value instanceof String || value instanceof Number || value instanceof Boolean)) {
                throw new IllegalArgumentException(
                        "inboundFields: " + field + " must be a text, a number, true, false, or null, not a "
                                + value.getClass().getName());
            }
        });
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }
}
