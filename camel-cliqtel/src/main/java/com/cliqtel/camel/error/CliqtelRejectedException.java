/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.error;

/**
 * The answer is no, and would be no again: fix the request, the key or the wallet. Nothing was sent.
 *
 * <p>Input that was refused before any call has the status code 0 and the code {@link ErrorCode#INVALID_INPUT}.
 */
public final class CliqtelRejectedException extends CliqtelException {

    private static final long serialVersionUID = 1L;

    public CliqtelRejectedException(ErrorFacts facts) {
        this(facts, null);
    }

    public CliqtelRejectedException(ErrorFacts facts, Throwable cause) {
        super(facts, cause);
    }

    @Override
    public CliqtelRejectedException about(String where) {
        return new CliqtelRejectedException(facts(where), this);
    }
}
