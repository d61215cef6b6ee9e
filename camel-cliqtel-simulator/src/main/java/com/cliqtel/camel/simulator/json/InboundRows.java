/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What inbound messages show otherwise than outbound ones do: the reference has no sample of one.
 *
 * @param fields in place of the usual ones; a value is a text, a number, or null
 */
public record InboundRows(Map<String, Object> fields) {

    /** They are as outbound ones. */
    public static final InboundRows AS_OUTBOUND = new InboundRows(Map.of());

    /**
     * Copies the fields.
     */
    public InboundRows {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }
}
