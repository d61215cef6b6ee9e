/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.limit;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Runs the tasks of a limiter later. Thread-safe. Internal. */
@FunctionalInterface
public interface WakeUpTimer {

    /**
     * Runs a task once after a time, on another thread than the caller's. Late is better than early.
     *
     * @param nanos from now, zero or more
     * @param task short, and never fails
     * @throws RuntimeException if no task is accepted any more. The limiter then closes, since nothing would wake the requests that
     *     wait
     */
    void after(long nanos, Runnable task);

    /** Returns the timer of the JDK: one daemon thread for all, and tasks on the common pool. It needs no closing. */
    static WakeUpTimer ofTheJdk() {
        return (nanos, task) ->
                CompletableFuture.delayedExecutor(nanos, TimeUnit.NANOSECONDS).execute(task);
    }
}
