/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

import com.cliqtel.camel.simulator.account.Message;

/**
 * What inbound messages show otherwise than outbound ones do: the reference has no sample of one.
 *
 * @param fields of a message, in place of the usual ones; a value is a text, a number, true, false, or null. Must be safe for
 *     use by several threads
 */
public record InboundRows(Function<Message, Map<String, Object>> fields) {

    /** They are as outbound ones. */
    public static final InboundRows AS_OUTBOUND = all(Map.of());

    /**
     * The same fields for all.
     *
     * @param fields in place of the usual ones
     * @return what they show
     * @throws IllegalArgumentException when a value is none that JSON has, or more than one
     */
    public static InboundRows all(Map<String, Object> fields) {
        Map<String, Object> copy = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        requireValues(copy);
        return new InboundRows(message -> copy);
    }

    Map<String, Object> of(Message message) {
        Map<String, Object> shown = fields.apply(message);
        requireValues(shown);
        return shown;
    }

    private static void requireValues(Map<String, Object> fields) {
        fields.forEach((field, value) -> {
            if (!(value == null || value instanceof String || value instanceof Number || value instanceof Boolean)) {
                throw new IllegalArgumentException("inboundFields: " + field
                        + " must be a text, a number, true, false, or null, not a "
                        + value.getClass().getName());
            }
        });
    }
}
