/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.options;

import java.time.Duration;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Checks of option values. Internal. */
public final class OptionChecks {

    private static final Logger LOG = LoggerFactory.getLogger(OptionChecks.class);

    // a sum of several durations must still fit a clock that counts nanoseconds
    private static final Duration LONGEST = Duration.ofDays(365);

    private OptionChecks() {}

    /** @throws IllegalArgumentException when it is less than a millisecond, or more than 365 days */
    public static Duration positive(String option, Duration value) {
        return within(Duration.ofMillis(1), option, value);
    }

    /** @throws IllegalArgumentException when it is negative, or more than 365 days */
    public static Duration notNegative(String option, Duration value) {
        return within(Duration.ZERO, option, value);
    }

    private static Duration within(Duration least, String option, Duration value) {
        if (value.compareTo(least) < 0 || value.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(option + " is " + value + ": a duration from " + least.toMillis()
                    + " ms to 365 days (8760h) was expected");
        }
        return value;
    }

    /**
     * Checks a duration of the component, and warns about one below a second.
     *
     * @param value the duration, or null
     * @throws IllegalArgumentException when it is negative
     */
    public static void duration(String option, Duration value) {
        if (value != null && value.isNegative()) {
            throw new IllegalArgumentException(option + " is " + value + ": a duration such as 30s was expected");
        }
        if (value != null && !value.isZero() && value.compareTo(Duration.ofSeconds(1)) < 0) {
            LOG.warn(
                    "{} is {} ms, which is less than a second. A number without a unit is in milliseconds: write a unit, such as 30s",
                    option,
                    value.toMillis());
        }
    }

    /**
     * @param text the value, or null
     * @throws IllegalArgumentException when it is in quotes
     */
    public static void notQuoted(String option, String text) {
        if (text != null && isQuoted(text)) {
            throw new IllegalArgumentException(
                    option + " is in quotes, which .properties files keep as a part of the value. Remove the quotes");
        }
    }

    private static boolean isQuoted(String text) {
        return text.length() > 1
                && text.charAt(0) == text.charAt(text.length() - 1)
                && (text.charAt(0) == '"' || text.charAt(0) == '\'');
    }
}
