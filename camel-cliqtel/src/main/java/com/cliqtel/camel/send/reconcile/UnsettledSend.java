/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.send.reconcile;

import java.time.Instant;

import com.cliqtel.camel.error.Outcome;

/**
 * An SMS that may have been sent, before its outcome is known.
 *
 * @param began when the first attempt at it began
 * @param unknownSince when the last attempt at it ended without a trustworthy answer, by the local time
 * @param outcome {@link Outcome#UNKNOWN}, or {@link Outcome#SENT} when it was accepted but its id could not be read
 */
record UnsettledSend(FirstAttemptTime began, Instant unknownSince, Outcome outcome) {

    /** After a further attempt, which ended like this. */
    UnsettledSend again(Instant now, Outcome last) {
        return new UnsettledSend(began, now, outcome == Outcome.SENT ? outcome : last);
    }

    /** Returns the same with the end of the last attempt set to now, since a time that another clock noted may be wrong. */
    UnsettledSend asOf(Instant now) {
        return new UnsettledSend(began, now, outcome);
    }

    /**
     * Returns whether it may be sent again if it is not found. False if it was accepted, or if another node may be sending it
     * now.
     */
    boolean maySendAgain() {
        return !isAccepted() && isSaid();
    }

    /** Returns whether the time of its beginning was noted. */
    boolean isSaid() {
        return !(began instanceof FirstAttemptTime.Unsaid);
    }

    /** Returns whether the API accepted it. */
    boolean isAccepted() {
        return outcome == Outcome.SENT;
    }
}
