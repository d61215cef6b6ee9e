/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.examples.orders.demo;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** Polls a condition until it is true, for at most five minutes. */
final class Await {

    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(5);

    private Await() {}

    /** @throws IllegalStateException if the condition is still false after five minutes */
    static void until(Callable<Boolean> happened) throws Exception {
        long deadline = System.nanoTime() + LONGEST.toNanos();
        while (!happened.call()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("Nothing more happened in " + LONGEST);
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }
}
