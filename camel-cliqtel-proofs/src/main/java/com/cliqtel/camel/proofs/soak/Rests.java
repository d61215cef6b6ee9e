/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.soak;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * When nothing new comes for a while, so that what is under way can end and idle threads can: what is left then, is kept. Thread-safe.
 */
final class Rests {

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
    Rests(Plan.Rhythm rhythm, LongSupplier nanos) {
        this.period = rhythm.rest().toNanos();
        this.length = rhythm.resting().toNanos();
        this.end = rhythm.sample().plus(Duration.ofSeconds(1)).toNanos();
        this.nanos = nanos;
        this.began = nanos.getAsLong();
    }

    /** Whether there is one now. */
    boolean isOne() {
        return left() <= length;
    }

    /** Whether one is nearly over: between this and its end, one sample is taken or two. */
    boolean isNearlyOver() {
        return isOne() && left() <= end;
    }

    private long left() {
        return period - (nanos.getAsLong() - began) % period;
    }
}
