/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.monitor;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** Limits a log line to one a minute. Thread-safe. */
public final class LogThrottle {

    private static final long INTERVAL = Duration.ofMinutes(1).toNanos();

    private final LongSupplier nanoTime;
    private final AtomicLong lastTime;

    public LogThrottle() {
        this(System::nanoTime);
    }

    LogThrottle(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.lastTime = new AtomicLong(nanoTime.getAsLong() - INTERVAL);
    }

    /** Returns true for the first call, and then for at most one call a minute. */
    public boolean isDue() {
        long now = nanoTime.getAsLong();
        long last = lastTime.get();
        return now - last >= INTERVAL && lastTime.compareAndSet(last, now);
    }
}
