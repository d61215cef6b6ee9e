/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.exchange;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

import org.apache.camel.Exchange;

/** One of the places that controls come from: the headers, the body, the endpoint or the component. */
@FunctionalInterface
public interface InputSource {

    /** What this place says of a control; empty when nothing. */
    Optional<InputValue> of(Parameter control);

    /** The headers of an exchange's message. */
    static InputSource headers(Exchange exchange) {
        return control -> {
            Object value =
                    control.header() == null ? null : exchange.getMessage().getHeader(control.header());
            return value == null
                    ? Optional.empty()
                    : Optional.of(new InputValue(PlainValue.single(exchange, value), "header", control.header()));
        };
    }

    /** What a body says besides its text. */
    static InputSource body(Map<Parameter, Object> fields) {
        return control -> {
            Object value = fields.get(control);
            return value == null
                    ? Optional.empty()
                    : Optional.of(new InputValue(value, "body's field", control.field()));
        };
    }

    /** Options of the endpoint or the component; those that are null say nothing. */
    static InputSource options(String owner, Map<Parameter, Object> options) {
        String kind = owner + " option";
        Map<Parameter, InputValue> given = new EnumMap<>(Parameter.class);
        options.forEach((control, value) -> {
            if (value != null) {
                given.put(control, new InputValue(value, kind, control.option()));
            }
        });
        return control -> Optional.ofNullable(given.get(control));
    }

    /** The place before this one, and where it says nothing, this one. */
    default InputSource after(InputSource first) {
        return control -> first.of(control).or(() -> of(control));
    }
}
