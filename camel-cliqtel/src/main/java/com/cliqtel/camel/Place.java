/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

import org.apache.camel.Exchange;

/** One of the places that controls come from: the headers, the body, the endpoint or the component. */
@FunctionalInterface
interface Place {

    /** What this place says of a control; empty when nothing. */
    Optional<Given> of(Control control);

    /** The headers of an exchange's message. */
    static Place headers(Exchange exchange) {
        return control -> {
            Object value =
                    control.header() == null ? null : exchange.getMessage().getHeader(control.header());
            return value == null
                    ? Optional.empty()
                    : Optional.of(new Given(Plain.single(exchange, value), "header", control.header()));
        };
    }

    /** What a body says besides its text. */
    static Place body(Map<Control, Object> fields) {
        return control -> {
            Object value = fields.get(control);
            return value == null ? Optional.empty() : Optional.of(new Given(value, "body's field", control.field()));
        };
    }

    /** Options of the endpoint or the component; those that are null say nothing. */
    static Place options(String owner, Map<Control, Object> options) {
        String kind = owner + " option";
        Map<Control, Given> given = new EnumMap<>(Control.class);
        options.forEach((control, value) -> {
            if (value != null) {
                given.put(control, new Given(value, kind, control.option()));
            }
        });
        return control -> Optional.ofNullable(given.get(control));
    }

    /** The place before this one, and where it says nothing, this one. */
    default Place after(Place first) {
        return control -> first.of(control).or(() -> of(control));
    }
}
