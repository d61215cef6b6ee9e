/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.client;

import com.cliqtel.camel.error.CliqtelUnavailableException;
import com.cliqtel.camel.error.ErrorCode;
import com.cliqtel.camel.error.ErrorFacts;
import com.cliqtel.camel.error.Outcome;

/** What a list is whose pages bring nothing new: a page may repeat what came before when new messages push the list along, ten in a row mean a server that does not page. */
public final class EndlessListGuard {

    private static final int MAX_REPEATED = 10;

    private EndlessListGuard() {}

    /** Whether it is one after so many pages in a row without anything new. */
    public static boolean after(int repeated) {
        return repeated >= MAX_REPEATED;
    }

    /** What asking for it ends in. */
    public static CliqtelUnavailableException failure() {
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
