/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.limit;

import java.time.Duration;
import java.util.Objects;

/**
 * The stretch of time a limit is for.
 *
 * @param length as the server counts it
 * @param margin held on top: for clocks that run at different rates and servers that count in whole seconds
 */
public record Window(Duration length, Duration margin) {

    private static final Duration LONGEST = Duration.ofDays(366);

    /** A minute and 0.25 s. */
    public static final Window MINUTE = new Window(Duration.ofMinutes(1), Duration.ofMillis(250));

    /** A second and 0.05 s. */
    public static final Window SECOND = new Window(Duration.ofSeconds(1), Duration.ofMillis(50));

    /** Refuses lengths and margins that are none. */
    public Window {
        Objects.requireNonNull(length, "length");
        Objects.requireNonNull(margin, "margin");
        if (length.isNegative() || length.isZero() || length.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "a window's length must be more than 0 and at most a year, not " + length);
        }
        if (margin.isNegative() || margin.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("a window's margin must be from 0 to a year, not " + margin);
        }
    }
}
