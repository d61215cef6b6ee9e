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
public record Failed(int unsent, int throttled) {

    /** Not yet. */
    public static final Failed NEVER = new Failed(0, 0);

    /** Once more, like this. */
    public Failed with(CliqtelException failure) {
        return failure instanceof CliqtelThrottledException
                ? new Failed(unsent, throttled + 1)
                : new Failed(unsent + 1, throttled);
    }
}
