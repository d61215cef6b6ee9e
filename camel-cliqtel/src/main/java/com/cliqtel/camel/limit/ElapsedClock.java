/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.limit;

import java.util.function.LongSupplier;

/**
 * A clock that counts nanoseconds since its own start and never goes back. The clock below may begin at any number and overflow, as
 * {@link System#nanoTime} may. Not thread-safe.
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
