/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.limit.bucket4j;

import java.time.Duration;

import com.cliqtel.camel.limit.Window;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.BucketConfiguration;

/**
 * A token bucket that gives no more than a limit in any window, burst and refill together. Of {@code limit + 1} permits, the first
 * and the last are more than a window and a slack apart. A request may arrive later than the one before it by that slack.
 *
 * @param burst the number of tokens that it holds
 * @param refill the number of tokens that are added in a period
 * @param period the time in which they are added, evenly
 */
record WindowBucket(long burst, long refill, Duration period) {

    /** Returns a bucket with a burst of a twelfth of the limit: 5 of 60. */
    static WindowBucket of(int limit, Window window, Duration slack) {
        long burst = Math.max(1, limit / 12);
        Duration period = window.length().plus(window.margin()).plus(slack);
        return new WindowBucket(burst, limit + 1 - burst, period);
    }

    /** Returns the configuration, with one token at first: a grid that lost its buckets must not give a new burst. */
    BucketConfiguration configuration() {
        return BucketConfiguration.builder()
                .addLimit(Bandwidth.builder()
                        .capacity(burst)
                        .refillGreedy(refill, period)
                        .initialTokens(1)
                        .build())
                .build();
    }

    /** Returns the key of the bucket. It contains the limits, since a grid keeps the limits that a bucket was created with. */
    String key(String account) {
        return account + ":" + burst + "+" + refill + "/" + period;
    }
}
