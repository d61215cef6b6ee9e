/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel;

import com.cliqtel.camel.model.Digits;

/**
 * A value that somebody gave, and where.
 *
 * @param value never null
 * @param kind what kind of place, such as {@code header}
 * @param name what it is called there, such as {@code CamelCliqtelTo}; null where the place has no names
 */
record Given(Object value, String kind, String name) {

    /** Where, for people, such as {@code header CamelCliqtelTo}. */
    String place() {
        return name == null ? kind : kind + " " + name;
    }

    String text() {
        return value.toString();
    }

    /** Masked: it may be a number. */
    @Override
    public String toString() {
        return "'" + Digits.masked(text()) + "' in the " + place();
    }
}
