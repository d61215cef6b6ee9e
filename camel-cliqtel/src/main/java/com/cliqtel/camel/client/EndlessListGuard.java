/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.client;

import com.cliqtel.camel.error.CliqtelUnavailableException;
import com.cliqtel.camel.error.ErrorCode;
import com.cliqtel.camel.error.ErrorFacts;
import com.cliqtel.camel.error.Outcome;

/** Detects a server that doesn't page. A page may repeat messages, since new ones move the list, but not ten pages in a row. */
public final class EndlessListGuard {

    private static final int MAX_REPEATED = 10;

    private EndlessListGuard() {}

    /** @throws CliqtelUnavailableException after ten pages in a row without a new message */
    public static void check(int repeated) {
        if (repeated >= MAX_REPEATED) {
            throw failure();
        }
    }

    /** Returns the exception for a list without an end. */
    static CliqtelUnavailableException failure() {
        return new CliqtelUnavailableException(
                new ErrorFacts(
                        "list",
                        ErrorCode.UNREADABLE_ANSWER,
                        200,
                        "the list does not end: page after page brings nothing new, so the server does not page"),
                Outcome.NOT_SENT,
                null);
    }
}
