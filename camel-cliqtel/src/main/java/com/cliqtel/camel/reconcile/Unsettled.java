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

    /** The same, where it was noted by a clock that is ahead of this machine's: nobody waits for that. */
    Unsettled by(Instant now) {
        return unknownSince.isAfter(now) ? new Unsettled(began, now, outcome) : this;
    }

    /** Whether it may be sent again, once it is not found: not what was accepted, nor what somebody else may be sending now. */
    boolean maySendAgain() {
        return !isAccepted() && !(began instanceof Beginning.Unsaid);
    }

    /** Whether the API has said that it took it. */
    boolean isAccepted() {
        return outcome == Outcome.SENT;
    }
}
