/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.examples.bulk;

import java.time.Duration;

/**
 * What an account allows.
 *
 * @param requestsPerMinute 1 or more
 * @param messagesPerSecond 1 or more
 */
record Quota(int requestsPerMinute, int messagesPerSecond) {

    Quota {
        if (requestsPerMinute < 1 || messagesPerSecond < 1) {
            throw new IllegalArgumentException("a quota is 1 or more, not " + requestsPerMinute + " requests per minute"
                    + " and " + messagesPerSecond + " messages per second");
        }
    }

    /** How many messages a minute that makes. */
    long perMinute() {
        return Math.min(requestsPerMinute, 60L * messagesPerSecond);
    }

    /** How long so many messages take. */
    Duration timeFor(long messages) {
        return Duration.ofMillis(messages * 60_000 / perMinute());
    }
}
