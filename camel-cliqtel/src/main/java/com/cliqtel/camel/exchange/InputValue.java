/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.exchange;

import com.cliqtel.camel.model.MaskedDigits;

/**
 * An input value and its source.
 *
 * @param value never null; {@link PlainValue.Unreadable} if it can't be read
 * @param kind the kind of source, such as {@code header}
 * @param name the name of the value there, such as {@code CamelCliqtelTo}; null if the source has no names
 */
public record InputValue(Object value, String kind, String name) {

    /** Returns the source as it is named in messages, such as {@code header CamelCliqtelTo}. */
    public String source() {
        return name == null ? kind : kind + " " + name;
    }

    /**
     * Returns the value as text.
     *
     * @throws IllegalArgumentException when the value can't be read as text; the message says why
     */
    public String text() {
        if (value instanceof PlainValue.Unreadable unreadable) {
            throw new IllegalArgumentException("the value is " + unreadable.reason());
        }
        return value.toString();
    }

    /** Returns the value masked, because it may be a phone number, and its source. */
    @Override
    public String toString() {
        return "'" + MaskedDigits.masked(String.valueOf(value)) + "' in the " + source();
    }
}
