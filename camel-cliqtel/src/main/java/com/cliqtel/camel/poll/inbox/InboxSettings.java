/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.poll.inbox;

import java.time.Duration;

/**
 * The settings of an inbox.
 *
 * @param startFrom where a reader without a position begins
 * @param overlap how long a message may take to appear in lists; each poll reads this far back behind the newest message
 * @param maxDeliveryAttempts how many times a message is delivered to a route that fails; 1 or more
 * @param pause the shortest time between a failed delivery of a message and its next one
 */
public record InboxSettings(StartPoint startFrom, Duration overlap, int maxDeliveryAttempts, Duration pause) {

    /** @throws IllegalArgumentException when {@code overlap} is negative or {@code maxDeliveryAttempts} less than 1 */
    public InboxSettings {
        if (overlap.isNegative()) {
            throw new IllegalArgumentException("overlap is " + overlap.toMillis() + " ms: 0 or more was expected");
        }
        if (maxDeliveryAttempts < 1) {
            throw new IllegalArgumentException(
                    "maxDeliveryAttempts is " + maxDeliveryAttempts + ": 1 or more was expected");
        }
    }
}
