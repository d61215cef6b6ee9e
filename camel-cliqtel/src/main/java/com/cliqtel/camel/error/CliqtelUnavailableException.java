/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.error;

/** No answer that can be trusted; {@link #getOutcome()} says what may have happened all the same. */
public final class CliqtelUnavailableException extends CliqtelException {

    private static final long serialVersionUID = 1L;

    private final Outcome outcome;

    public CliqtelUnavailableException(ErrorFacts facts, Outcome outcome, Throwable cause) {
        super(facts, cause);
        this.outcome = outcome;
    }

    /** What may have happened; never null. Only after {@link Outcome#NOT_SENT} is it safe to send again. */
    public Outcome getOutcome() {
        return outcome;
    }

    @Override
    public CliqtelUnavailableException about(String where) {
        return new CliqtelUnavailableException(facts(where), outcome, this);
    }
}
