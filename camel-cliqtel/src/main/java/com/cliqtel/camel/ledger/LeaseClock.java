/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.ledger;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;

/**
 * The clock by which a process counts its own leases, in nanoseconds: the monotonic clock, moved ahead whenever the wall clock
 * jumps ahead of it.
 *
 * <p>The monotonic clock runs while a process is stopped (SIGSTOP), but may stop while the machine is suspended. The wall
 * clock jumps when the machine continues. An embedded database measures leases by the wall clock too. So a lease has expired
 * as soon as one of the two clocks says so. Ending a lease too early costs a redelivery; ending it too late can send an SMS
 * twice.
 *
 * <p>Only differences between two readings mean something. Thread-safe. Internal.
 */
public final class LeaseClock implements LongSupplier {

    /** The clock of this process. */
    public static final LeaseClock SYSTEM = new LeaseClock(System::nanoTime, System::currentTimeMillis);

    // far more than the difference from reading two clocks one after the other
    private static final long JUMP = TimeUnit.SECONDS.toNanos(1);

    private final LongSupplier monotonicNanos;
    private final LongSupplier wallMillis;
    private final AtomicReference<Ahead> ahead;

    /**
     * @param wall how far the wall clock is ahead of the monotonic one
     * @param jumped the sum of all jumps ahead
     */
    private record Ahead(long wall, long jumped) {}

    LeaseClock(LongSupplier monotonicNanos, LongSupplier wallMillis) {
        this.monotonicNanos = monotonicNanos;
        this.wallMillis = wallMillis;
        this.ahead = new AtomicReference<>(new Ahead(wallNanos() - monotonicNanos.getAsLong(), 0));
    }

    @Override
    public long getAsLong() {
        long monotonic = monotonicNanos.getAsLong();
        long wall = wallNanos() - monotonic;
        return monotonic + ahead.updateAndGet(known -> after(known, wall)).jumped();
    }

    private static Ahead after(Ahead known, long wall) {
        long jump = wall - known.wall();
        if (Math.abs(jump) < JUMP) {
            return known;
        }
        return new Ahead(wall, known.jumped() + Math.max(0, jump));
    }

    private long wallNanos() {
        return TimeUnit.MILLISECONDS.toNanos(wallMillis.getAsLong());
    }
}
