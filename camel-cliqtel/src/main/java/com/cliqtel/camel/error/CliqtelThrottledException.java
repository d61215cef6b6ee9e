/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.error;

import java.time.Duration;

/** Too fast: nothing happened, and the same call may succeed after {@link #getRetryAfter()}. */
public final class CliqtelThrottledException extends CliqtelException {

    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;

    public CliqtelThrottledException(ErrorFacts facts, Duration retryAfter) {
        super(facts, null);
        this.retryAfter = retryAfter;
    }

    /** How long to wait before trying again, from when the answer came; never null, never negative. */
    public Duration getRetryAfter() {
        return retryAfter;
    }
}
