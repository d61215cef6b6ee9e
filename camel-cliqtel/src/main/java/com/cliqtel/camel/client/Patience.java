/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.client;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import com.cliqtel.camel.observe.Observer;

/**
 * How much longer one exchange may wait for permits and refusals to pass, all its waits together, and who is told of what happens
 * meanwhile. Attempts themselves are not counted. Thread-safe.
 */
public final class Patience {

    private final AtomicLong leftNanos;

    private final Observer observer;

    private Patience(long nanos, Observer observer) {
        this.leftNanos = new AtomicLong(nanos);
        this.observer = observer;
    }

    /** For so long in all, and nobody is told. */
    public static Patience of(Duration whole) {
        return of(whole, Observer.NOBODY);
    }

    /** For so long in all. */
    public static Patience of(Duration whole, Observer observer) {
        return new Patience(whole.toNanos(), observer);
    }

    /** Who is told of what happens to the exchange. */
    public Observer observer() {
        return observer;
    }

    /** What is left of it; zero when it has been used up. */
    public Duration left() {
        return Duration.ofNanos(Math.max(0, leftNanos.get()));
    }

    /** Uses so much of it up. */
    public void spend(long nanos) {
        leftNanos.addAndGet(-nanos);
    }

    /** From now on: spends, once run, all the time that has gone by since, less what was spent of it already. */
    Runnable whole() {
        long began = System.nanoTime();
        long before = leftNanos.get();
        return () -> spend(System.nanoTime() - began - (before - leftNanos.get()));
    }
}
