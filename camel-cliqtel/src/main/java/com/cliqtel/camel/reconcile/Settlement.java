/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.reconcile;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * How a send whose outcome is unknown is settled.
 *
 * @param unknownOutcome what is done about it
 * @param settlingTime how long after it became unknown the last look is; the API should have accepted or forgotten it by
 *     then
 * @param maxResends how often one SMS is sent again at most; from 1
 * @param lease how long one attempt may take at most, its waits and retries included
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

    /** Whether an SMS that is not found is posted again. */
    boolean sendsAgain(Unsettled known, int resends) {
        return unknownOutcome == UnknownOutcome.RESEND && known.maySendAgain() && resends < maxResends;
    }

    /** How long settling takes at most, a further attempt included. */
    Duration longestSettling() {
        return settlingTime.plus(lease);
    }
}
