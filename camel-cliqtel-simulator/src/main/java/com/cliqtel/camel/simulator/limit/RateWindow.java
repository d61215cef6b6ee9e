/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.limit;

import java.time.Instant;

/**
 * A count of calls over time that grants so many and refuses the rest. A refused call uses nothing up.
 *
 * <p>Not safe for use by several threads: {@link RateLimits} is.
 */
interface RateWindow {

    /**
     * Asks for one call.
     *
     * @param now the time of the call, never before that of an earlier one
     * @return whether it is granted, and what is left after it
     */
    Permit take(Instant now);

    /**
     * Says what is left without using any of it.
     *
     * @param now the time of the question
     * @return calls that would be granted now, zero or more
     */
    int remaining(Instant now);
}
