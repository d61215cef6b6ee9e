/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.observe;

/**
 * One attempt at a call, over.
 *
 * @param operation the call's, such as {@code send}
 * @param purpose whose part of the quota it took, in one stable word
 * @param failure what it failed with; null when it was answered
 * @param status the HTTP status; 0 without an answer
 * @param nanos how long it took
 */
public record Attempt(String operation, String purpose, Throwable failure, int status, long nanos) {

    /** How it ended. */
    public Ended how() {
        return Ended.of(failure);
    }
}
