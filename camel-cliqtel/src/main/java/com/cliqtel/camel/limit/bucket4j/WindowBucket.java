/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.limit.bucket4j;

import java.time.Duration;

import com.cliqtel.camel.limit.Window;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.BucketConfiguration;

/**
 * A token bucket that gives no more than a limit in any window, burst and refill together: of {@code limit + 1} permits, the first
 * and the last are more than a window apart, and by a slack on top, within which a request may take longer to arrive than the
 * last.
 *
 * @param burst tokens it holds
 * @param refill tokens that come in a period
 * @param period in which they come, evenly
 */
record WindowBucket(long burst, long refill, Duration period) {

    /** The burst is a twelfth of the limit: 5 of 60. */
    static WindowBucket of(int limit, Window window, Duration slack) {
        long burst = Math.max(1, limit / 12);
        Duration period = window.length().plus(window.margin()).plus(slack);
        return new WindowBucket(burst, limit + 1 - burst, period);
    }

    /** One token at first: a grid that lost its buckets gives no new burst. */
    BucketConfiguration configuration() {
        return BucketConfiguration.builder()
                .addLimit(Bandwidth.builder()
                        .capacity(burst)
                        .refillGreedy(refill, period)
                        .initialTokens(1)
                        .build())
                .build();
    }

    /** A limit that was changed is another bucket: a grid keeps the limits a bucket was made with. */
    String key(String account) {
        return account + ":" + burst + "+" + refill + "/" + period;
    }
}
