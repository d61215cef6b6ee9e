/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.error;

import java.time.Duration;

/**
 * The rate limit was exceeded and the request was not executed. Repeat it after {@link #getRetryAfter()}.
 *
 * <p>The outcome is {@link Outcome#NOT_SENT}.
 */
public final class CliqtelThrottledException extends CliqtelException {

    private static final long serialVersionUID = 1L;

    private static final Duration LONGEST = Duration.ofMinutes(15);

    private final Duration retryAfter;

    public CliqtelThrottledException(ErrorFacts facts, Duration retryAfter) {
        this(facts, retryAfter, null);
    }

    private CliqtelThrottledException(ErrorFacts facts, Duration retryAfter, Throwable cause) {
        super(facts, Outcome.NOT_SENT, cause);
        this.retryAfter = retryAfter.compareTo(LONGEST) < 0 ? retryAfter : LONGEST;
    }

    /**
     * Returns the wait before the next try, counted from the answer.
     *
     * @return from zero to 15 minutes, even if the server names a longer wait
     */
    public Duration getRetryAfter() {
        return retryAfter;
    }

    @Override
    public CliqtelThrottledException about(String where) {
        return new CliqtelThrottledException(facts(where), retryAfter, this);
    }
}
