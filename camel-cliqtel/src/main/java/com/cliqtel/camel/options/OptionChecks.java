/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.options;

import java.time.Duration;

/** What an option comes to: the endpoint's value, then the component's, then the default. Internal. */
public final class OptionChecks {

    // a sum of several durations must still fit a clock that counts nanoseconds
    private static final Duration LONGEST = Duration.ofDays(365);

    private OptionChecks() {}

    /** The first that is set; null only where all are. */
    public static <T> T first(T endpoint, T component, T otherwise) {
        return endpoint != null ? endpoint : component != null ? component : otherwise;
    }

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
}
