/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.client;

import java.time.Duration;

import com.cliqtel.camel.limit.Purpose;
import com.cliqtel.camel.retry.RetryPolicy;

/**
 * The rules for the calls of one endpoint.
 *
 * @param purpose the purpose of the calls, which decides their share of the quota
 * @param retries decides after which failures another attempt is made
 * @param maxWait the longest total wait of one exchange for permits and after 429s; zero or more
 */
public record CallPolicy(Purpose purpose, RetryPolicy retries, Duration maxWait) {

    /** @throws IllegalArgumentException when {@code maxWait} is negative */
    public CallPolicy {
        if (maxWait.isNegative()) {
            throw new IllegalArgumentException("maxWait is " + maxWait.toMillis() + " ms: 0 for none, or more");
        }
    }
}
