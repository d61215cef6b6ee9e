/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.limit;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * What somebody wants a permit for.
 *
 * @param purpose what the request is for
 * @param message true for a send, which needs a permit of the second's limit besides the minute's
 * @param maxWait the longest wait; zero takes a permit that is at hand or none
 */
public record PermitRequest(Purpose purpose, boolean message, Duration maxWait) {

    /** Refuses what is missing, and a negative wait. */
    public PermitRequest {
        Objects.requireNonNull(purpose, "purpose");
        Objects.requireNonNull(maxWait, "maxWait");
        if (maxWait.isNegative()) {
            throw new IllegalArgumentException("maxWait must be zero or more, not " + maxWait);
        }
    }

    /** {@link #maxWait()} in nanoseconds; the greatest long when it is longer than that. */
    long maxWaitNanos() {
        return TimeUnit.NANOSECONDS.convert(maxWait);
    }
}
