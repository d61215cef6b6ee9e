/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.time;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Time that passes by itself, at the system's pace times a factor, counted from its own start by {@code nanoTime}. */
final class RunningTime implements SimulatedTime {

    private final Instant start;
    private final long startNanos = System.nanoTime();
    private final double factor;
    private final ScheduledThreadPoolExecutor timer = timer();

    RunningTime(Instant start, double factor) {
        if (!(factor > 0) || Double.isInfinite(factor)) {
            throw new IllegalArgumentException("The factor of time must be finite and greater than 0, not " + factor);
        }
        this.start = start;
        this.factor = factor;
    }

    @Override
    public Instant now() {
        long elapsed = System.nanoTime() - startNanos;
        return start.plusNanos(factor == 1 ? elapsed : (long) (elapsed * factor));
    }

    @Override
    public void at(Instant due, Runnable task) {
        double realNanos = Math.max(0, Duration.between(now(), due).toNanos() / factor);
        timer.schedule(task, (long) realNanos, TimeUnit.NANOSECONDS);
    }

    private static ScheduledThreadPoolExecutor timer() {
        ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "cliqtel-simulator-time");
            thread.setDaemon(true);
            return thread;
        });
        // nobody closes a time, so its thread ends by itself when there is nothing to do
        timer.setKeepAliveTime(1, TimeUnit.SECONDS);
        timer.allowCoreThreadTimeOut(true);
        return timer;
    }
}
