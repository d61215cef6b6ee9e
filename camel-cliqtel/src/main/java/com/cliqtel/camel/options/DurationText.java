/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.options;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a duration as it is written in a property or a URI. Camel's own converter reads an unknown text, such as
 * {@code forever}, as 0.
 */
final class DurationText {

    private static final Pattern UNITS =
            Pattern.compile("(?:([0-9]+)d)?(?:([0-9]+)h)?(?:([0-9]+)m(?!s))?(?:([0-9]+)s)?(?:([0-9]+)ms)?");
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");
    private static final long SECOND = 1000;

    private DurationText() {}

    /**
     * Reads digits (milliseconds), numbers with units such as {@code 1h30m}, or ISO 8601 such as {@code PT30S}.
     *
     * @throws IllegalArgumentException when the text is none of these, is negative, or is a number below 1000 without a unit
     */
    static Duration read(String option, String text) {
        String written = text.trim();
        try {
            Duration duration = DIGITS.matcher(written).matches() ? milliseconds(option, written) : withUnits(written);
            if (!duration.isNegative() && duration.toMillis() >= 0) {
                return duration;
            }
        } catch (DateTimeException | ArithmeticException | NumberFormatException unreadable) {
            // the exception below refuses it
        }
        throw new IllegalArgumentException(
                option + " is '" + written + "': a duration was expected, such as 30s, 1h30m, 500ms or PT30S");
    }

    private static Duration milliseconds(String option, String digits) {
        long number = Long.parseLong(digits);
        if (number > 0 && number < SECOND) {
            throw new IllegalArgumentException(option + " is " + number
                    + ", which is in milliseconds: write " + number + "s for seconds, or " + number
                    + "ms if you mean milliseconds");
        }
        return Duration.ofMillis(number);
    }

    private static Duration withUnits(String written) {
        if (written.toUpperCase(Locale.ROOT).startsWith("P")) {
            return Duration.parse(written);
        }
        Matcher units = UNITS.matcher(written);
        if (written.isEmpty() || !units.matches()) {
            throw new NumberFormatException();
        }
        return Duration.ofDays(number(units, 1))
                .plusHours(number(units, 2))
                .plusMinutes(number(units, 3))
                .plusSeconds(number(units, 4))
                .plusMillis(number(units, 5));
    }

    private static long number(Matcher units, int group) {
        return units.group(group) == null ? 0 : Long.parseLong(units.group(group));
    }
}
