/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.account;

import java.time.Duration;

/**
 * How far lists lag behind what has happened: so long a new message is in none.
 *
 * @param lag zero to 365 days
 */
public record ListLag(Duration lag) {

    private static final Duration LONGEST = Duration.ofDays(365);

    /** Lists show everything at once. */
    public static final ListLag NONE = new ListLag(Duration.ZERO);

    /**
     * Refuses what is no such time.
     *
     * @throws IllegalArgumentException when it is negative or beyond 365 days
     */
    public ListLag {
        if (lag.isNegative() || lag.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("listLag must be zero to 365 days, not " + lag);
        }
    }
}
