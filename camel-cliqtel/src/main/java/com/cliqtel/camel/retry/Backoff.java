/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.retry;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * Waits that double from one failure to the next, up to a ceiling, each drawn evenly between nothing and its height
 * ("full jitter"), so that callers who failed together don't come back together. As thread-safe as {@code random}.
 *
 * @param first the height of the first wait
 * @param ceiling the greatest height
 * @param random gives numbers from 0 to 1
 */
public record Backoff(Duration first, Duration ceiling, DoubleSupplier random) {

    private static final int MAX_DOUBLINGS = 30;

    /** The height after the {@code failures}th failure, from 1. */
    Duration height(int failures) {
        Duration doubled = first.multipliedBy(1L << Math.min(failures - 1, MAX_DOUBLINGS));
        return doubled.compareTo(ceiling) < 0 ? doubled : ceiling;
    }

    /** The wait after the {@code failures}th failure, from 1: from nothing to the height. */
    Duration delay(int failures) {
        return Duration.ofNanos((long) (height(failures).toNanos() * random.getAsDouble()));
    }
}
