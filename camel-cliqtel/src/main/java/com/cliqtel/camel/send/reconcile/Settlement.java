/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.send.reconcile;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * How a send whose outcome is unknown is settled.
 *
 * @param unknownOutcome the policy for an unknown outcome
 * @param settlingTime the time from the unknown outcome to the last look; the API should have accepted or dropped the request
 *     by then
 * @param maxResends the largest number of times that one SMS is sent again; 1 or more
 * @param lease the longest time of one attempt, including its waits and retries
 */
public record Settlement(UnknownOutcome unknownOutcome, Duration settlingTime, int maxResends, Duration lease) {

    private static final Duration FIRST_LOOK = Duration.ofSeconds(2);

    /** @throws IllegalArgumentException when the settling time is not positive */
    public Settlement {
        if (settlingTime.isNegative() || settlingTime.isZero()) {
            throw new IllegalArgumentException(
                    "settlingTime is " + settlingTime.toMillis() + " ms: at least 1 ms was expected");
        }
    }

    /** When to look for what became unknown then: soon, after a quarter of the settling time, and at its end. */
    List<Instant> looks(Instant unknownSince) {
        Duration quarter = settlingTime.dividedBy(4);
        Duration first = FIRST_LOOK.compareTo(quarter) < 0 ? FIRST_LOOK : quarter.dividedBy(2);
        return Stream.of(first, quarter, settlingTime).map(unknownSince::plus).toList();
    }

    /** Returns whether an SMS that is not found is posted again. */
    boolean sendsAgain(UnsettledSend known, int resends) {
        return unknownOutcome == UnknownOutcome.RESEND && known.maySendAgain() && resends < maxResends;
    }

    /** How long settling takes at most, a further attempt included. */
    Duration longestSettling() {
        return settlingTime.plus(lease);
    }
}
