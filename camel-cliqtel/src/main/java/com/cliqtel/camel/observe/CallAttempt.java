/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.observe;

import com.cliqtel.camel.error.CliqtelException;

/**
 * A completed attempt at a call.
 *
 * @param operation the operation, such as {@code send}
 * @param purpose the purpose that the rate limiter counts it for, as a stable word
 * @param failure the failure; null if there was an answer
 * @param status the HTTP status; 0 without an answer
 * @param nanos the duration in nanoseconds
 */
public record CallAttempt(String operation, String purpose, Throwable failure, int status, long nanos) {

    /** Returns the reason of the failure for logs; the class only if it is not a {@link CliqtelException}, since its message may quote anything; empty if there is none. */
    public String reason() {
        if (failure == null) {
            return "";
        }
        return failure instanceof CliqtelException ours
                ? ours.getMessage()
                : failure.getClass().getName();
    }

    /** Returns the result. */
    public CallEnd how() {
        return CallEnd.of(failure);
    }
}
