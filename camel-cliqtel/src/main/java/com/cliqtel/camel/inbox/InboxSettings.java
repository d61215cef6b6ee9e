/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.inbox;

import java.time.Duration;

/**
 * How to read.
 *
 * @param startFrom where a reader begins that has no position yet
 * @param overlap how long a message may take to show in lists; it is looked for that long before the newest one
 * @param maxAttempts how often a message is offered that its reader fails at; 1 or more
 */
public record InboxSettings(StartFrom startFrom, Duration overlap, int maxAttempts) {

    /** @throws IllegalArgumentException when {@code overlap} is negative or {@code maxAttempts} less than 1 */
    public InboxSettings {
        if (overlap.isNegative()) {
            throw new IllegalArgumentException("overlap is " + overlap.toMillis() + " ms: 0 or more was expected");
        }
        if (maxAttempts < 1) {
            throw new IllegalArgumentException("maxAttempts is " + maxAttempts + ": 1 or more was expected");
        }
    }
}
