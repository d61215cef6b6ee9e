/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.sends;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Records the largest number of threads. */
final class ThreadMonitor implements AutoCloseable {

    private static final long EVERY_MILLIS = 50;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final AtomicLong peak = new AtomicLong();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

    ThreadMonitor() {
        threads.resetPeakThreadCount();
        timer.scheduleWithFixedDelay(this::look, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void look() {
        long ours = Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
                .filter(Objects::nonNull)
                .map(ThreadInfo::getThreadName)
                .filter(name -> name.contains("Cliqtel"))
                .count();
        peak.accumulateAndGet(ours, Math::max);
    }

    /** The most of the whole JVM at any time, those of the simulator and of the callers among them. */
    int peak() {
        return threads.getPeakThreadCount();
    }

    /** The most of the component's own that were seen, every 50 ms. */
    long peakOfComponent() {
        return peak.get();
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
