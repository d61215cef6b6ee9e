/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.client;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(60)
class BoundedExecutorTest {

    private static final int MANY = 5000;

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final AtomicInteger threads = new AtomicInteger();
    private final ExecutorService pool = Executors.newCachedThreadPool(task -> {
        threads.incrementAndGet();
        return new Thread(task);
    });

    @AfterEach
    void shutDown() {
        timer.shutdownNow();
        pool.shutdownNow();
    }

    @Test
    void runsManyTasksOnFewThreads() throws Exception {
        BoundedExecutor executor = new BoundedExecutor(pool, timer);
        CountDownLatch end = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(MANY);
        for (int i = 0; i < MANY; i++) {
            executor.execute(() -> {
                awaitQuietly(end);
                done.countDown();
            });
        }
        assertThat(threads.get()).isBetween(64, 500);
        end.countDown();
        assertThat(done.await(50, TimeUnit.SECONDS)).isTrue();
        assertThat(threads).hasValueLessThan(1000);
    }

    @Test
    void startsATaskThatAllRunningTasksWaitFor() throws Exception {
        BoundedExecutor executor = new BoundedExecutor(pool, timer);
        CountDownLatch last = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(100);
        for (int i = 0; i < 100; i++) {
            executor.execute(() -> {
                awaitQuietly(last);
                done.countDown();
            });
        }
        executor.execute(last::countDown);
        assertThat(done.await(50, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void runsTheNextTaskAfterOneThatFails() throws Exception {
        BoundedExecutor executor = new BoundedExecutor(Runnable::run, timer);
        CountDownLatch done = new CountDownLatch(1);
        for (int i = 0; i < 100; i++) {
            try {
                executor.execute(() -> {
                    throw new IllegalStateException("broken");
                });
            } catch (IllegalStateException expected) {
                assertThat(expected).hasMessage("broken");
            }
        }
        executor.execute(done::countDown);
        assertThat(done.getCount()).isZero();
    }

    @Test
    void runsTasksOnTheCallersThreadIfThePoolIsFull() {
        BoundedExecutor executor = new BoundedExecutor(
                task -> {
                    throw new RejectedExecutionException();
                },
                timer);
        AtomicInteger done = new AtomicInteger();
        for (int i = 0; i < MANY; i++) {
            executor.execute(done::incrementAndGet);
        }
        assertThat(done).hasValue(MANY);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
