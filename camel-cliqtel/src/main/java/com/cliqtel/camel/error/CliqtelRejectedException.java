/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.error;

/**
 * The request was refused and not executed. A repeated request is refused again until the request, the key or the balance
 * changes.
 *
 * <p>The outcome is {@link Outcome#NOT_SENT}. Input that the component refuses without a call has the status code 0 and the code
 * {@link ErrorCode#INVALID_INPUT}.
 */
public final class CliqtelRejectedException extends CliqtelException {

    private static final long serialVersionUID = 1L;

    public CliqtelRejectedException(ErrorFacts facts) {
        this(facts, null);
    }

    public CliqtelRejectedException(ErrorFacts facts, Throwable cause) {
        super(facts, Outcome.NOT_SENT, cause);
    }

    @Override
    public CliqtelRejectedException about(String where) {
        return new CliqtelRejectedException(facts(where), this);
    }
}
