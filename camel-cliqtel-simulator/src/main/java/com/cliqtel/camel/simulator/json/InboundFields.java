/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

import com.cliqtel.camel.simulator.account.Message;

/**
 * Fields of inbound messages that differ from those of outbound messages. The reference has no sample of an inbound message.
 *
 * @param fields returns the fields that replace the usual ones; a value is a text, a number, true, false, or null. Must be safe
 *     for use by several threads
 */
public record InboundFields(Function<Message, Map<String, Object>> fields) {

    /** Inbound messages have the same fields as outbound messages. */
    public static final InboundFields AS_OUTBOUND = all(Map.of());

    /**
     * The same fields for all.
     *
     * @param fields in place of the usual ones
     * @return what they show
     * @throws IllegalArgumentException when a value is none that JSON has, or more than one
     */
    public static InboundFields all(Map<String, Object> fields) {
        Map<String, Object> copy = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        requireValues(copy);
        return new InboundFields(message -> copy);
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
