/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.client;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

import com.cliqtel.camel.observe.Observer;

/**
 * The waits of one exchange: the time left for permits and for waits after a 429, its observer, and the condition under which
 * its requests may leave. The duration of attempts doesn't count. Thread-safe.
 */
public final class WaitBudget {

    private final AtomicLong leftNanos;

    private final Observer observer;
    private final BooleanSupplier mayLeave;

    private WaitBudget(AtomicLong leftNanos, Observer observer, BooleanSupplier mayLeave) {
        this.leftNanos = leftNanos;
        this.observer = observer;
        this.mayLeave = mayLeave;
    }

    /** Returns a budget without an observer. */
    public static WaitBudget of(Duration whole) {
        return of(whole, Observer.NOBODY);
    }

    /** Returns a budget with an observer. */
    public static WaitBudget of(Duration whole, Observer observer) {
        return new WaitBudget(new AtomicLong(whole.toNanos()), observer, () -> true);
    }

    /**
     * Returns the same with a condition: a request leaves only while the condition is true. The transport checks it directly
     * before the body of each request is written, after all waits.
     */
    public WaitBudget whereRequestsLeaveOnlyWhile(BooleanSupplier condition) {
        return new WaitBudget(leftNanos, observer, condition);
    }

    /** Returns whether a request may leave now. */
    boolean mayLeave() {
        return mayLeave.getAsBoolean();
    }

    /** Returns the observer of the exchange. */
    public Observer observer() {
        return observer;
    }

    /** Returns the time left, zero or more. */
    public Duration left() {
        return Duration.ofNanos(Math.max(0, leftNanos.get()));
    }

    /** Subtracts a wait. */
    public void spend(long nanos) {
        leftNanos.addAndGet(-nanos);
    }

    /** Returns a task that subtracts the whole time from now until it is run, less what is subtracted meanwhile. */
    Runnable elapsed() {
        long began = System.nanoTime();
        long before = leftNanos.get();
        return () -> spend(System.nanoTime() - began - (before - leftNanos.get()));
    }
}
