/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.limit;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * What a permit is requested for.
 *
 * @param account the name of the account that the request uses; no secret. Never null
 * @param purpose the reason for the request, which decides its share of a scarce quota. Never null
 * @param message true for a send, which needs a permit of the limit per second too
 * @param maxWait the longest wait, zero or more. Zero takes a permit that is free now or fails. Never null
 */
public record PermitRequest(String account, Purpose purpose, boolean message, Duration maxWait) {

    /** @throws IllegalArgumentException if {@code maxWait} is negative */
    public PermitRequest {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(purpose, "purpose");
        Objects.requireNonNull(maxWait, "maxWait");
        if (maxWait.isNegative()) {
            throw new IllegalArgumentException("maxWait must be zero or more, not " + maxWait);
        }
    }

    /** Returns {@link #maxWait()} in nanoseconds, at most the greatest long. */
    long maxWaitNanos() {
        return TimeUnit.NANOSECONDS.convert(maxWait);
    }
}
