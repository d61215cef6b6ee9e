/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.client;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * An executor that runs at most 64 tasks of a pool at the same time, so that thousands of waits that end together don't start
 * a thread each. A task that runs for longer than a second no longer counts: tasks that wait for other tasks can't block
 * them. Thread-safe.
 */
public final class BoundedExecutor implements Executor {

    private static final int AT_A_TIME = 64;
    private static final long COUNTS_FOR_MILLIS = 1000;

    private final Executor pool;
    private final ScheduledExecutorService timer;
    private final Queue<Runnable> queue = new ConcurrentLinkedQueue<>();
    private final Semaphore places = new Semaphore(AT_A_TIME);

    /**
     * Creates an executor over a pool.
     *
     * @param pool runs the tasks; its owner shuts it down
     * @param timer measures how long a task runs; its owner shuts it down
     */
    public BoundedExecutor(Executor pool, ScheduledExecutorService timer) {
        this.pool = pool;
        this.timer = timer;
    }

    /** Runs a task when a place is free; on the caller's thread if the pool refuses it. */
    @Override
    public void execute(Runnable task) {
        queue.add(task);
        next();
    }

    private void next() {
        while (!queue.isEmpty() && places.tryAcquire()) {
            Runnable task = queue.poll();
            if (task == null) {
                places.release();
            } else {
                start(task);
            }
        }
    }

    private void start(Runnable task) {
        Place place = new Place();
        try {
            pool.execute(() -> place.run(task));
        } catch (RejectedExecutionException | OutOfMemoryError noThread) {
            try {
                task.run();
            } finally {
                places.release();
            }
        }
    }

    /** The place of a task, until the task ends or no longer counts. */
    private final class Place {

        private final AtomicBoolean left = new AtomicBoolean();

        void run(Runnable task) {
            Future<?> alarm = alarm();
            try {
                task.run();
            } finally {
                if (alarm != null) {
                    alarm.cancel(false);
                }
                leave();
            }
        }

        private Future<?> alarm() {
            try {
                return timer.schedule(this::leave, COUNTS_FOR_MILLIS, TimeUnit.MILLISECONDS);
            } catch (RejectedExecutionException stopping) {
                return null;
            }
        }

        private void leave() {
            if (left.compareAndSet(false, true)) {
                places.release();
                next();
            }
        }
    }
}
