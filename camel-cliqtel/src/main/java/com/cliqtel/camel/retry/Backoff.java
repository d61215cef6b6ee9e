/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.retry;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * Exponential backoff with full jitter: the longest wait doubles with each failure, up to a ceiling, and the wait is a random
 * part of it. So calls that fail together are not repeated together. Thread-safe if {@code random} is.
 *
 * @param first the longest wait after the first failure
 * @param ceiling the longest wait after any failure
 * @param random returns numbers from 0 to 1
 */
public record Backoff(Duration first, Duration ceiling, DoubleSupplier random) {

    private static final int MAX_DOUBLINGS = 30;

    /** Returns the longest wait after the {@code failures}th failure, from 1. */
    Duration height(int failures) {
        Duration doubled = first.multipliedBy(1L << Math.min(failures - 1, MAX_DOUBLINGS));
        return doubled.compareTo(ceiling) < 0 ? doubled : ceiling;
    }

    /** Returns a random wait after the {@code failures}th failure, from 1. */
    Duration delay(int failures) {
        return Duration.ofNanos((long) (height(failures).toNanos() * random.getAsDouble()));
    }
}
