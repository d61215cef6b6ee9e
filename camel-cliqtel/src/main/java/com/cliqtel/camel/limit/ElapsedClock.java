/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.limit;

import java.util.function.LongSupplier;

/**
 * Nanoseconds since its own start, whatever the clock's number was then: {@link System#nanoTime} may begin anywhere, and
 * differences alone survive an overflow. Never goes back, whatever the clock does. Not thread-safe.
 */
final class ElapsedClock {

    private final LongSupplier clock;
    private final long start;
    private long latest;

    ElapsedClock(LongSupplier clock) {
        this.clock = clock;
        this.start = clock.getAsLong();
    }

    long now() {
        latest = Math.max(latest, clock.getAsLong() - start);
        return latest;
    }
}
