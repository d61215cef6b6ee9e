/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.limit;

import java.time.Duration;
import java.util.Objects;

/**
 * The length of time that a limit is for.
 *
 * @param length the length as the server counts it; more than 0, at most 366 days
 * @param margin added to the length, for clocks that run at different rates and for servers that count in whole seconds; 0 to 366
 *     days
 */
public record Window(Duration length, Duration margin) {

    private static final Duration LONGEST = Duration.ofDays(366);

    /** A minute with a margin of 0.25 s. */
    public static final Window MINUTE = new Window(Duration.ofMinutes(1), Duration.ofMillis(250));

    /** A second with a margin of 0.05 s. */
    public static final Window SECOND = new Window(Duration.ofSeconds(1), Duration.ofMillis(50));

    /** @throws IllegalArgumentException if a value is out of its range */
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
