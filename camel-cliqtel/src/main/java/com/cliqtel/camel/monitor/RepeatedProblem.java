/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.monitor;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/**
 * A problem that can occur thousands of times. It is logged when it begins, then at most once a minute with the number of
 * occurrences, and once when it is over. Thread-safe.
 */
final class RepeatedProblem {

    private static final long QUIET_PERIOD = Duration.ofMinutes(1).toNanos();

    private final LongSupplier nanoTime;
    private final LogThrottle throttle;
    private final AtomicLong unlogged = new AtomicLong();
    private final AtomicLong total = new AtomicLong();
    private final AtomicLong last = new AtomicLong();

    RepeatedProblem() {
        this(System::nanoTime);
    }

    RepeatedProblem(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.throttle = new LogThrottle(nanoTime);
    }

    /** Counts an occurrence. If a line is due, {@code log} gets the number of occurrences since the last line. */
    void occurred(LongConsumer log) {
        last.set(nanoTime.getAsLong());
        total.incrementAndGet();
        unlogged.incrementAndGet();
        if (throttle.isDue()) {
            log.accept(unlogged.getAndSet(0));
        }
    }

    /**
     * Notes a success. If the problem has not occurred for a minute, it is over, and {@code log} gets the number of all its
     * occurrences.
     */
    void succeeded(LongConsumer log) {
        // called for each success: one read of a value that rarely changes
        if (total.get() != 0 && nanoTime.getAsLong() - last.get() > QUIET_PERIOD) {
            long before = total.getAndSet(0);
            if (before != 0) {
                unlogged.set(0);
                log.accept(before);
            }
        }
    }
}
