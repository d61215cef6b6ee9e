/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.ledger;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The rate of checkpoints: one each {@value #EACH_MILLIS} ms, and {@value #AT_ONCE} at once after a pause.
 *
 * <p>Used by one thread at a time.
 */
final class CheckpointPace {

    static final int EACH_MILLIS = 20;
    static final int AT_ONCE = 50;

    private static final long EACH = TimeUnit.MILLISECONDS.toNanos(EACH_MILLIS);

    private final AtomicLong due = new AtomicLong(Long.MIN_VALUE);

    /**
     * Reserves the next checkpoint and returns the nanoseconds to wait for it; 0 for none.
     *
     * @param now nanoseconds since any time, 0 or more, never less than before
     */
    long toWait(long now) {
        long mine = Math.max(due.get(), now - (AT_ONCE - 1) * EACH);
        due.set(mine + EACH);
        return Math.max(0, mine - now);
    }
}
