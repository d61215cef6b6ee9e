/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.fault;

import java.time.Duration;

/** Range checks of durations, counts and percentages. */
final class ArgumentChecks {

    // far beyond any test, and far from where adding to an instant overflows
    private static final Duration LONGEST = Duration.ofDays(365);

    private ArgumentChecks() {}

    static Duration delay(String what, Duration delay) {
        if (delay.isNegative() || delay.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(what + " must be zero to 365 days, not " + delay);
        }
        return delay;
    }

    static long count(String what, long count) {
        if (count < 1) {
            throw new IllegalArgumentException(what + " must be 1 or more, not " + count);
        }
        return count;
    }

    static double percent(String what, double percent) {
        if (!(percent > 0 && percent <= 100)) {
            throw new IllegalArgumentException(what + " must be more than 0 and at most 100, not " + percent);
        }
        return percent;
    }
}
