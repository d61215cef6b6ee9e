/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.limit;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Runs a task later: the only thing here that waits. A task runs once, never on the thread that set the alarm, and too late is
 * better than too early. Setting it may fail with a {@link RuntimeException}; then the limiter closes, since those who wait
 * would wait for ever.
 */
@FunctionalInterface
public interface WakeUpTimer {

    /**
     * Sets the alarm.
     *
     * @param nanos from now, zero or more
     * @param task short, and never fails
     */
    void after(long nanos, Runnable task);

    /**
     * The alarm the JDK has: one daemon thread for all, tasks on the common pool.
     *
     * @return an alarm that needs no closing
     */
    static WakeUpTimer ofTheJdk() {
        return (nanos, task) ->
                CompletableFuture.delayedExecutor(nanos, TimeUnit.NANOSECONDS).execute(task);
    }
}
