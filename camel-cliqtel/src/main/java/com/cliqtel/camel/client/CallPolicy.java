/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.client;

import java.time.Duration;

import com.cliqtel.camel.limit.Purpose;
import com.cliqtel.camel.retry.RetryPolicy;

/**
 * How an account is called by one caller.
 *
 * @param purpose whose part of the quota it uses
 * @param retries which failures are followed by another attempt
 * @param maxWait how long one exchange may wait for permits and refusals to pass, in all
 */
public record CallPolicy(Purpose purpose, RetryPolicy retries, Duration maxWait) {

    /** @throws IllegalArgumentException when {@code maxWait} is negative */
    public CallPolicy {
        if (maxWait.isNegative()) {
            throw new IllegalArgumentException("maxWait is " + maxWait.toMillis() + " ms: 0 for none, or more");
        }
    }
}
