/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.retry;

import com.cliqtel.camel.error.CliqtelException;
import com.cliqtel.camel.error.CliqtelThrottledException;

/**
 * How often a call has failed so far.
 *
 * @param unsent how often without an answer
 * @param throttled how often it was refused for the rate
 */
public record FailureCount(int unsent, int throttled) {

    /** Not yet. */
    public static final FailureCount NEVER = new FailureCount(0, 0);

    /** Once more, like this. */
    public FailureCount with(CliqtelException failure) {
        return failure instanceof CliqtelThrottledException
                ? new FailureCount(unsent, throttled + 1)
                : new FailureCount(unsent + 1, throttled);
    }
}
