/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.junit5;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

import com.cliqtel.camel.simulator.Simulator;

/** Waits for a condition, at most for a real-time timeout. */
record WaitLimit(Duration timeout) {

    private static final long PAUSE_NANOS = 10_000_000;

    WaitLimit {
        if (timeout.isNegative()) {
            throw new IllegalArgumentException("One can wait for zero or more, not for " + timeout);
        }
    }

    /** Polls until the value satisfies the condition, and returns the last value. */
    <T> T until(Supplier<T> look, Predicate<T> isEnough) {
        long start = System.nanoTime();
        T seen = look.get();
        while (!isEnough.test(seen)
                && System.nanoTime() - start < timeout.toNanos()
                && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(PAUSE_NANOS);
            seen = look.get();
        }
        return seen;
    }

    void untilQuiet(Simulator simulator) {
        try {
            simulator.awaitQuiet(timeout);
        } catch (IllegalStateException e) {
            throw new AssertionError(
                    "Webhooks are not answered within " + timeout.toMillis() + " ms: " + e.getMessage(), e);
        }
    }
}
