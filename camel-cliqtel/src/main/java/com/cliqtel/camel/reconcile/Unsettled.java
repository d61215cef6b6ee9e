/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.reconcile;

import java.time.Instant;

import com.cliqtel.camel.error.Outcome;

/**
 * An SMS that may have been sent, and of which no more is known yet.
 *
 * @param began when the first attempt at it began
 * @param unknownSince when the last attempt at it ended without a trustworthy answer, by this machine's clock
 * @param outcome {@link Outcome#UNKNOWN}, or {@link Outcome#SENT} when it was accepted but its id could not be read
 */
record Unsettled(Beginning began, Instant unknownSince, Outcome outcome) {

    /** After a further attempt, which ended like this. */
    Unsettled again(Instant now, Outcome last) {
        return new Unsettled(began, now, outcome == Outcome.SENT ? outcome : last);
    }

    /** Whether it may be sent again, once it is not found. */
    boolean isAccepted() {
        return outcome == Outcome.SENT;
    }
}
