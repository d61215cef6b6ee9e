/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.soak;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Periods without new traffic, in which open exchanges end and idle threads stop. What is left after them is kept. Thread-safe.
 */
final class IdlePeriods {

    private final long period;
    private final long length;
    private final long end;
    private final LongSupplier nanos;
    private final long began;

    /**
     * Begins a time of traffic.
     *
     * @param rhythm says how often, and how long
     * @param nanos a clock
     */
    IdlePeriods(SoakPlan.Intervals intervals, LongSupplier nanos) {
        this.period = intervals.rest().toNanos();
        this.length = intervals.resting().toNanos();
        this.end = intervals.sample().plus(Duration.ofSeconds(1)).toNanos();
        this.nanos = nanos;
        this.began = nanos.getAsLong();
    }

    /** Whether there is one now. */
    boolean isIdle() {
        return left() <= length;
    }

    /** Whether one is nearly over: between this and its end, one sample is taken or two. */
    boolean isNearlyOver() {
        return isIdle() && left() <= end;
    }

    private long left() {
        return period - (nanos.getAsLong() - began) % period;
    }
}
