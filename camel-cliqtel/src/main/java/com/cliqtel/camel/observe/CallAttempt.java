/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.observe;

import com.cliqtel.camel.error.CliqtelException;

/**
 * One attempt at a call, over.
 *
 * @param operation the call's, such as {@code send}
 * @param purpose whose part of the quota it took, in one stable word
 * @param failure what it failed with; null when it was answered
 * @param status the HTTP status; 0 without an answer
 * @param nanos how long it took
 */
public record CallAttempt(String operation, String purpose, Throwable failure, int status, long nanos) {

    /** Why it failed, in words for a log: of a failure that isn't ours only its kind, for its text may quote anything; empty when it was answered. */
    public String reason() {
        if (failure == null) {
            return "";
        }
        return failure instanceof CliqtelException ours
                ? ours.getMessage()
                : failure.getClass().getName();
    }

    /** How it ended. */
    public CallEnd how() {
        return CallEnd.of(failure);
    }
}
