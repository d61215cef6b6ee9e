/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.monitor;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** Says when it is time to say something again that may happen a thousand times a second: once a minute. Thread-safe. */
public final class LogThrottle {

    private static final long INTERVAL = Duration.ofMinutes(1).toNanos();

    private final LongSupplier nanoTime;
    private final AtomicLong lastSaid;

    public LogThrottle() {
        this(System::nanoTime);
    }

    LogThrottle(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.lastSaid = new AtomicLong(nanoTime.getAsLong() - INTERVAL);
    }

    /** True for the first who asks, and then for one in each minute. */
    public boolean isDue() {
        long now = nanoTime.getAsLong();
        long last = lastSaid.get();
        return now - last >= INTERVAL && lastSaid.compareAndSet(last, now);
    }
}
