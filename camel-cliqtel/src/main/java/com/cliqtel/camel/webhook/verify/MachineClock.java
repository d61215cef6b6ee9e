/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.webhook.verify;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/** This machine's clock, which may be wrong and may be set while the process runs. Thread-safe if its sources are. */
public final class MachineClock {

    private final InstantSource wall;
    private final LongSupplier nanos;
    private final Instant startTime;
    private final long startNanos;

    /** Creates a view of the system's clock. */
    public MachineClock() {
        this(InstantSource.system(), System::nanoTime);
    }

    MachineClock(InstantSource wall, LongSupplier nanos) {
        this.wall = wall;
        this.nanos = nanos;
        this.startTime = wall.instant();
        this.startNanos = nanos.getAsLong();
    }

    Instant instant() {
        return wall.instant();
    }

    /**
     * Returns whether the clock was set by more than {@link SignedTime#FUTURE_TOLERANCE} since this object was created. A
     * difference to another clock that was measured before may then be wrong.
     */
    boolean wasSet() {
        Duration byWall = Duration.between(startTime, wall.instant());
        Duration elapsed = Duration.ofNanos(nanos.getAsLong() - startNanos);
        return byWall.minus(elapsed).abs().compareTo(SignedTime.FUTURE_TOLERANCE) > 0;
    }

    /** Returns the time. */
    @Override
    public String toString() {
        return "MachineClock[" + wall.instant() + "]";
    }
}
