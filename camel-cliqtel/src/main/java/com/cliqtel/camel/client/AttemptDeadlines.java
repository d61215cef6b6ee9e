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
 * The deadlines of the attempts in progress. A timer checks all of them at intervals, since a timer task for each attempt
 * would make all attempts wait for the timer's lock. So an attempt may exceed its deadline by a fiftieth of its time, or by a
 * quarter of a second. Thread-safe.
 */
final class AttemptDeadlines {

    private static final long MOST_NANOS = Duration.ofMillis(250).toNanos();
    private static final long LEAST_NANOS = Duration.ofMillis(5).toNanos();
    private static final int LOOKS = 50;

    private final long lengthNanos;
    private final long betweenNanos;
    private final ScheduledExecutorService timer;
    private final Set<AttemptDeadline> open = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean looking = new AtomicBoolean();

    AttemptDeadlines(Duration length, ScheduledExecutorService timer) {
        this.lengthNanos = length.toNanos();
        this.betweenNanos = Math.max(LEAST_NANOS, Math.min(MOST_NANOS, lengthNanos / LOOKS));
        this.timer = timer;
    }

    /** @throws RejectedExecutionException when the timer has been shut down */
    AttemptDeadline start(HttpUriRequestBase request) {
        if (timer.isShutdown()) {
            throw new RejectedExecutionException("the timer has been shut down");
        }
        AttemptDeadline deadline = new AttemptDeadline(open, request, System.nanoTime() + lengthNanos);
        open.add(deadline);
        try {
            lookSoon();
        } catch (RuntimeException | Error notScheduled) {
            deadline.close();
            throw notScheduled;
        }
        return deadline;
    }

    private void lookSoon() {
        if (!looking.get() && looking.compareAndSet(false, true)) {
            try {
                timer.schedule(this::look, betweenNanos, TimeUnit.NANOSECONDS);
            } catch (RuntimeException | Error notScheduled) {
                // so that the next attempt schedules it
                looking.set(false);
                throw notScheduled;
            }
        }
    }

    private void look() {
        try {
            long now = System.nanoTime();
            open.forEach(deadline -> deadline.endIfPassed(now));
        } finally {
            looking.set(false);
            // checked after that, since an attempt that began in between scheduled nothing
            if (!open.isEmpty()) {
                lookSoon();
            }
        }
    }
}
