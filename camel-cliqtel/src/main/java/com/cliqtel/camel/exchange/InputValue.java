/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.exchange;

import com.cliqtel.camel.model.MaskedDigits;

/**
 * An input value and the place it comes from.
 *
 * @param value never null; {@link PlainValue.Unreadable} where it can't be read
 * @param kind what kind of place, such as {@code header}
 * @param name what it is called there, such as {@code CamelCliqtelTo}; null where the place has no names
 */
public record InputValue(Object value, String kind, String name) {

    /** Where, for people, such as {@code header CamelCliqtelTo}. */
    public String place() {
        return name == null ? kind : kind + " " + name;
    }

    /** @throws IllegalArgumentException when the value can't be read as text, saying why */
    public String text() {
        if (value instanceof PlainValue.Unreadable unreadable) {
            throw new IllegalArgumentException("the value is " + unreadable.reason());
        }
        return value.toString();
    }

    /** Masked: it may be a number. */
    @Override
    public String toString() {
        return "'" + MaskedDigits.masked(String.valueOf(value)) + "' in the " + place();
    }
}
