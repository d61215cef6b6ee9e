/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.time;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.PriorityQueue;

/**
 * Time that stands still until {@link #advance} moves it: what falls due then runs on the caller's thread, in order,
 * before the call returns.
 *
 * <p>Safe for use by several threads; two that advance at once take turns.
 */
public final class ManualTime implements SimulatedTime {

    private final Object advancing = new Object();
    private final PriorityQueue<Task> tasks =
            new PriorityQueue<>(Comparator.comparing(Task::due).thenComparingLong(Task::sequence));
    private long sequence;
    private volatile Instant now;

    ManualTime(Instant start) {
        this.now = Objects.requireNonNull(start, "start");
    }

    @Override
    public Instant now() {
        return now;
    }

    /**
     * {@inheritDoc}
     *
     * <p>A task that is due already waits for the next {@link #advance}, be it by zero.
     */
    @Override
    public void at(Instant due, Runnable task) {
        synchronized (tasks) {
            tasks.add(new Task(due, sequence++, task));
        }
    }

    /**
     * Moves the time on, stopping on the way at each instant something is due to run it.
     *
     * <p>Tasks that tasks add run too, if they fall due in the same stretch. Webhooks are sent by threads of their own:
     * {@code Simulator.awaitQuiet} waits for them.
     *
     * @param step how far; zero or more
     * @throws IllegalArgumentException when the step is negative: time never goes backwards
     */
    public void advance(Duration step) {
        if (step.isNegative()) {
            throw new IllegalArgumentException("Time never goes backwards: " + step);
        }
        synchronized (advancing) {
            Instant target = now.plus(step);
            for (Task task = next(target); task != null; task = next(target)) {
                now = task.due().isAfter(now) ? task.due() : now;
                task.action().run();
            }
            // a task may itself have advanced beyond the target
            now = target.isAfter(now) ? target : now;
        }
    }

    private Task next(Instant target) {
        synchronized (tasks) {
            Task first = tasks.peek();
            return first == null || first.due().isAfter(target) ? null : tasks.poll();
        }
    }

    private record Task(Instant due, long sequence, Runnable action) {}
}
