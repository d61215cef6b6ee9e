/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel;

import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Mends what Camel does to values in endpoint URIs: it decodes {@code +} as a blank, however the URI is written. Only for
 * values that come from an endpoint URI; anywhere else a blank is a blank.
 */
final class UriText {

    private static final Pattern BLANK_OFFSET = Pattern.compile(" (?=[0-9]{2}:?[0-9]{2}$)");
    private static final Pattern LEADING_BLANK = Pattern.compile("(^ *|, *) ");
    private static final Map<Control, UnaryOperator<String>> MENDED = Map.of(
            Control.FROM, UriText::number,
            Control.TO, UriText::number,
            Control.SINCE, UriText::time);

    private UriText() {}

    static Object mended(Control control, Object value) {
        return value instanceof String text
                ? MENDED.getOrDefault(control, UnaryOperator.identity()).apply(text)
                : value;
    }

    /** A number's leading blank was its plus. */
    static String number(String text) {
        return text.startsWith(" ") ? "+" + text.substring(1) : text;
    }

    /** The last of the blanks before each of several numbers, separated by commas, was its plus; null stays null. */
    static String numbers(String text) {
        return text == null ? null : LEADING_BLANK.matcher(text).replaceAll("$1+");
    }

    /** The blank before a time's offset was its plus. */
    static String time(String text) {
        return BLANK_OFFSET.matcher(text).replaceFirst("+");
    }
}
