/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.error;

import java.time.Duration;

/** Too fast: nothing happened, and the same call may succeed after {@link #getRetryAfter()}. */
public final class CliqtelThrottledException extends CliqtelException {

    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;

    public CliqtelThrottledException(ErrorFacts facts, Duration retryAfter) {
        this(facts, retryAfter, null);
    }

    private CliqtelThrottledException(ErrorFacts facts, Duration retryAfter, Throwable cause) {
        super(facts, cause);
        this.retryAfter = retryAfter;
    }

    /** How long to wait before trying again, from when the answer came; never null, never negative. */
    public Duration getRetryAfter() {
        return retryAfter;
    }

    @Override
    public CliqtelThrottledException about(String where) {
        return new CliqtelThrottledException(facts(where), retryAfter, this);
    }
}
