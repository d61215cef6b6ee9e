/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.time;

import java.time.Duration;

/**
 * How wrong a clock is.
 *
 * @param ahead of the right time; negative for a clock that is behind; at most 3650 days either way
 */
public record ClockSkew(Duration ahead) {

    // far from where the year would have more than four digits
    private static final Duration MOST = Duration.ofDays(3650);

    /** A clock that is right. */
    public static final ClockSkew NONE = new ClockSkew(Duration.ZERO);

    /**
     * Refuses what no test needs.
     *
     * @throws IllegalArgumentException when it is more than that
     */
    public ClockSkew {
        if (ahead.abs().compareTo(MOST) > 0) {
            throw new IllegalArgumentException("A clock may be ahead or behind by at most 3650 days, not by " + ahead);
        }
    }
}
