/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.reconcile;

import java.time.Instant;

import com.cliqtel.camel.error.Outcome;

/**
 * An SMS that may have been sent, and of which no more is known yet.
 *
 * @param began when the first attempt at it began
 * @param unknownSince when the last attempt at it ended without a trustworthy answer, by the local time
 * @param outcome {@link Outcome#UNKNOWN}, or {@link Outcome#SENT} when it was accepted but its id could not be read
 */
record Unsettled(Beginning began, Instant unknownSince, Outcome outcome) {

    /** After a further attempt, which ended like this. */
    Unsettled again(Instant now, Outcome last) {
        return new Unsettled(began, now, outcome == Outcome.SENT ? outcome : last);
    }

    /** The same as if its last attempt had ended now: where another clock noted that, the time is not to be trusted. */
    Unsettled asOf(Instant now) {
        return new Unsettled(began, now, outcome);
    }

    /** Whether it may be sent again, once it is not found: not what was accepted, nor what another node may be sending now. */
    boolean maySendAgain() {
        return !isAccepted() && isSaid();
    }

    /** Whether it was noted when it began. */
    boolean isSaid() {
        return !(began instanceof Beginning.Unsaid);
    }

    /** Whether the API has said that it took it. */
    boolean isAccepted() {
        return outcome == Outcome.SENT;
    }
}
