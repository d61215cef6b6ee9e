/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.limit;

import java.time.Duration;

/** There is no permit within the longest wait. The request was not made. Has no stack trace: it comes in crowds. */
public final class NoPermitException extends Exception {

    private final Duration expectedWait;

    /**
     * Says how long it would have taken.
     *
     * @param expectedWait from now
     */
    public NoPermitException(Duration expectedWait) {
        super(
                "no permit within the longest wait; the expected wait is " + expectedWait.toMillis() + " ms",
                null,
                false,
                false);
        this.expectedWait = expectedWait;
    }

    /**
     * How long it would have taken, from the moment of this failure: a lower bound, as far as releases are known.
     *
     * @return zero or more
     */
    public Duration expectedWait() {
        return expectedWait;
    }
}
