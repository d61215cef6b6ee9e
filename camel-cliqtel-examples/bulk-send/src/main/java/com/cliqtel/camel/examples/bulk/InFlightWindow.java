/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.examples.bulk;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.apache.camel.Exchange;

/**
 * Limits the rows in flight to 60, one minute of the default quota. After {@code close()} no row enters. Thread-safe.
 */
final class InFlightWindow {

    private static final int SIZE = 60;

    private final Semaphore free = new Semaphore(SIZE);
    private volatile boolean closed;

    /** Waits for room. False when it is closed. */
    boolean enter(Exchange any) {
        while (!closed) {
            if (tryAcquire(1, Duration.ofMillis(100))) {
                return true;
            }
        }
        return false;
    }

    /** Makes room. */
    void leave(Exchange any) {
        free.release();
    }

    /** Waits until none is under way, or it is closed. */
    void drain() {
        while (!closed) {
            if (tryAcquire(SIZE, Duration.ofMillis(100))) {
                free.release(SIZE);
                return;
            }
        }
    }

    void close() {
        closed = true;
    }

    boolean isOpen() {
        return !closed;
    }

    private boolean tryAcquire(int permits, Duration longest) {
        try {
            return free.tryAcquire(permits, longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            close();
            return false;
        }
    }
}
