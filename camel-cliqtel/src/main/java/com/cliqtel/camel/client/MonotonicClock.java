/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.client;

import java.time.Instant;
import java.time.InstantSource;

/**
 * The time of this machine as it was at the start, passing by {@link System#nanoTime()} from then on. So a wall clock that is
 * set ahead or back in between neither shortens nor lengthens any wait. Thread-safe.
 */
final class MonotonicClock implements InstantSource {

    /** One for all accounts, so that times stay comparable when a component is stopped and started again. */
    static final MonotonicClock OF_THIS_PROCESS = new MonotonicClock(InstantSource.system());

    private final Instant start;
    private final long startNanos = System.nanoTime();

    MonotonicClock(InstantSource wall) {
        this.start = wall.instant();
    }

    @Override
    public Instant instant() {
        return start.plusNanos(System.nanoTime() - startNanos);
    }
}
