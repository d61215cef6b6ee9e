/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.observe;

import java.util.Locale;

import com.cliqtel.camel.error.CliqtelRejectedException;
import com.cliqtel.camel.error.CliqtelThrottledException;
import com.cliqtel.camel.error.CliqtelUnavailableException;
import com.cliqtel.camel.error.Outcome;

/** How a call, or one attempt at it, ended. */
public enum CallEnd {

    /** With an answer. */
    ANSWERED,

    /** The answer is no, and would be again. */
    REJECTED,

    /** Too fast; nothing happened. */
    THROTTLED,

    /** Without a trustworthy answer, and nothing happened. */
    NOT_SENT,

    /** Without a trustworthy answer; whether it happened is unknown. */
    UNKNOWN,

    /** The API accepted the SMS, but the message's id is unknown. */
    SENT,

    /** With what is no failure of ours: something of the application's, or a defect. */
    FAILED;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** What a failure says; {@link #ANSWERED} for none. */
    public static CallEnd of(Throwable failure) {
        if (failure == null) {
            return ANSWERED;
        }
        if (failure instanceof CliqtelUnavailableException unavailable) {
            return of(unavailable.getOutcome());
        }
        if (failure instanceof CliqtelThrottledException) {
            return THROTTLED;
        }
        return failure instanceof CliqtelRejectedException ? REJECTED : FAILED;
    }

    private static CallEnd of(Outcome outcome) {
        return valueOf(outcome.name());
    }

    /** The name in lower case: a stable word for metrics and consoles. */
    public String word() {
        return word;
    }
}
