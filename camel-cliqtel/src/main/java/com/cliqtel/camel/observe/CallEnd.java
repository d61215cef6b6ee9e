/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.observe;

import java.util.Locale;

import com.cliqtel.camel.error.CliqtelRejectedException;
import com.cliqtel.camel.error.CliqtelThrottledException;
import com.cliqtel.camel.error.CliqtelUnavailableException;
import com.cliqtel.camel.error.Outcome;

/** The result of a call, or of one attempt at it. */
public enum CallEnd {

    /** The API answered. */
    ANSWERED,

    /** The call was refused, and would be refused again. */
    REJECTED,

    /** The rate limit was exceeded, and the call was not executed. */
    THROTTLED,

    /** There is no answer that can be trusted, and the call was not executed. */
    NOT_SENT,

    /** There is no answer that can be trusted, and the call may have been executed. */
    UNKNOWN,

    /** The API accepted the SMS, but its id is unknown. */
    SENT,

    /** The failure is not a {@link com.cliqtel.camel.error.CliqtelException}: the application or a defect caused it. */
    FAILED;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** Returns the result for a failure; {@link #ANSWERED} for null. */
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

    /** Returns the name in lower case, a stable word for metrics and consoles. */
    public String word() {
        return word;
    }
}
