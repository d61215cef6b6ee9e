/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.retry;

import com.cliqtel.camel.error.CliqtelException;
import com.cliqtel.camel.error.CliqtelThrottledException;

/**
 * The number of failed attempts at a call.
 *
 * @param unsent the number of attempts that were not executed, without those of {@code throttled}
 * @param throttled the number of attempts that exceeded the rate limit
 */
public record FailureCount(int unsent, int throttled) {

    /** No failed attempt. */
    public static final FailureCount NEVER = new FailureCount(0, 0);

    /** Returns the count after one more failure. */
    public FailureCount with(CliqtelException failure) {
        return failure instanceof CliqtelThrottledException
                ? new FailureCount(unsent, throttled + 1)
                : new FailureCount(unsent + 1, throttled);
    }
}
