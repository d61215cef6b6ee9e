/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.limit;

import java.time.Duration;

/**
 * No permit is free within the longest wait. The request was not made. Has no stack trace, since it may occur thousands of times
 * at once.
 */
public final class NoPermitException extends Exception {

    private final Duration expectedWait;

    /** @param expectedWait the expected wait for a permit from now, zero or more */
    public NoPermitException(Duration expectedWait) {
        super(
                "no permit within the longest wait; the expected wait is " + expectedWait.toMillis() + " ms",
                null,
                false,
                false);
        this.expectedWait = expectedWait;
    }

    /**
     * Returns the expected wait for a permit from the time of this failure, zero or more. It is a lower bound, since the end of
     * requests in progress isn't known.
     */
    public Duration expectedWait() {
        return expectedWait;
    }
}
