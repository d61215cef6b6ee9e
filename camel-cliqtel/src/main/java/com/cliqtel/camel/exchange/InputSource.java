/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.exchange;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

import org.apache.camel.Exchange;

/** One source of input: the headers, the body, the options of the endpoint or the options of the component. */
@FunctionalInterface
public interface InputSource {

    /** Returns the value that this source gives for a parameter; empty if it gives none. */
    Optional<InputValue> of(Parameter parameter);

    /** Returns the headers of an exchange's message as a source. */
    static InputSource headers(Exchange exchange) {
        return parameter -> {
            Object value =
                    parameter.header() == null ? null : exchange.getMessage().getHeader(parameter.header());
            return value == null
                    ? Optional.empty()
                    : Optional.of(new InputValue(PlainValue.single(exchange, value), "header", parameter.header()));
        };
    }

    /** Returns the fields of a body as a source. */
    static InputSource body(Map<Parameter, Object> fields) {
        return parameter -> {
            Object value = fields.get(parameter);
            return value == null
                    ? Optional.empty()
                    : Optional.of(new InputValue(value, "body's field", parameter.field()));
        };
    }

    /**
     * Returns options as a source. An option that is null gives no value.
     *
     * @param owner {@code endpoint's} or {@code component's}, for messages
     */
    static InputSource options(String owner, Map<Parameter, Object> options) {
        String kind = owner + " option";
        Map<Parameter, InputValue> values = new EnumMap<>(Parameter.class);
        options.forEach((parameter, value) -> {
            if (value != null) {
                values.put(parameter, new InputValue(value, kind, parameter.option()));
            }
        });
        return parameter -> Optional.ofNullable(values.get(parameter));
    }
}
