/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.client;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;

/**
 * The deadlines of attempts that are under way: looked through now and then while there are any, for a timer's queue is one lock that all
 * attempts would stand at, twice each, and hardly any deadline ever passes. So an attempt may take a fiftieth of its time longer, or a
 * quarter of a second. Thread-safe.
 */
final class Deadlines {

    private static final long MOST_NANOS = Duration.ofMillis(250).toNanos();
    private static final long LEAST_NANOS = Duration.ofMillis(5).toNanos();
    private static final int LOOKS = 50;

    private final long lengthNanos;
    private final long betweenNanos;
    private final ScheduledExecutorService timer;
    private final Set<Deadline> open = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean looking = new AtomicBoolean();

    Deadlines(Duration length, ScheduledExecutorService timer) {
        this.lengthNanos = length.toNanos();
        this.betweenNanos = Math.max(LEAST_NANOS, Math.min(MOST_NANOS, lengthNanos / LOOKS));
        this.timer = timer;
    }

    /** @throws RejectedExecutionException when the timer has been shut down */
    Deadline start(HttpUriRequestBase request) {
        if (timer.isShutdown()) {
            throw new RejectedExecutionException("the timer has been shut down");
        }
        Deadline deadline = new Deadline(open, request, System.nanoTime() + lengthNanos);
        open.add(deadline);
        lookSoon();
        return deadline;
    }

    private void lookSoon() {
        if (!looking.get() && looking.compareAndSet(false, true)) {
            timer.schedule(this::look, betweenNanos, TimeUnit.NANOSECONDS);
        }
    }

    private void look() {
        long now = System.nanoTime();
        open.forEach(deadline -> deadline.endIfPassed(now));
        looking.set(false);
        // whoever came in between saw somebody looking, so it is asked after that was said
        if (!open.isEmpty()) {
            lookSoon();
        }
    }
}
