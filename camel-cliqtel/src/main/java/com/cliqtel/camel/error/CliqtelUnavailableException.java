/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.error;

import java.time.Duration;
import java.util.Optional;

/** A call without an answer that can be trusted. {@link #getOutcome()} says what may have happened. */
public final class CliqtelUnavailableException extends CliqtelException {

    private static final long serialVersionUID = 1L;

    private static final Duration LONGEST = Duration.ofMinutes(15);

    private final Duration retryAfter;

    public CliqtelUnavailableException(ErrorFacts facts, Outcome outcome, Throwable cause) {
        this(facts, outcome, null, cause);
    }

    private CliqtelUnavailableException(ErrorFacts facts, Outcome outcome, Duration retryAfter, Throwable cause) {
        super(facts, outcome, cause);
        this.retryAfter = retryAfter;
    }

    /**
     * Creates the failure of a call that was not executed, with the wait that the server named.
     *
     * @param retryAfter how long to wait, counted from the answer; a wait of more than 15 minutes is shortened to 15 minutes
     */
    public static CliqtelUnavailableException until(Duration retryAfter, ErrorFacts facts) {
        return new CliqtelUnavailableException(
                facts, Outcome.NOT_SENT, retryAfter.compareTo(LONGEST) < 0 ? retryAfter : LONGEST, null);
    }

    /**
     * Returns the wait before the next try, counted from the answer. At most 15 minutes, even if the server names a longer
     * wait. Empty when the server named no wait.
     */
    public Optional<Duration> getRetryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    @Override
    public CliqtelUnavailableException about(String where) {
        return new CliqtelUnavailableException(facts(where), getOutcome(), retryAfter, this);
    }
}
