/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel;

import com.cliqtel.camel.model.Digits;

/**
 * A value that somebody gave, and where.
 *
 * @param value never null
 * @param place for people, such as {@code header CamelCliqtelTo}
 */
record Given(Object value, String place) {

    String text() {
        return value.toString();
    }

    /** Masked: it may be a number. */
    @Override
    public String toString() {
        return "'" + Digits.masked(text()) + "' in the " + place;
    }
}
