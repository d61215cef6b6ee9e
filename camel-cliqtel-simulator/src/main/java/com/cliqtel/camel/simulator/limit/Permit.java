/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.limit;

import java.time.Duration;

/**
 * The answer of a rate limit to a call: allowed, or refused with a wait.
 *
 * @param limit calls the window holds
 * @param remaining calls left in it, after this one
 * @param retryAfter how long until a call would be granted; zero when this one was
 */
public record Permit(int limit, int remaining, Duration retryAfter) {

    /**
     * Whether the call may go on.
     *
     * @return false when it has to come back later
     */
    public boolean granted() {
        return retryAfter.isZero();
    }

    /**
     * The value of a {@code Retry-After} header: whole seconds, rounded up, so that a call after that wait is allowed.
     *
     * @return 1 or more for a refused call
     */
    public long retryAfterSeconds() {
        return retryAfter.getNano() == 0 ? retryAfter.getSeconds() : retryAfter.getSeconds() + 1;
    }

    static Permit granted(int limit, int remaining) {
        return new Permit(limit, remaining, Duration.ZERO);
    }

    static Permit refused(int limit, Duration retryAfter) {
        return new Permit(limit, 0, retryAfter);
    }
}
