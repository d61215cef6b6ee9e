/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.ledger;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How long to wait before the next of something that may not happen often: one each {@value #EACH_MILLIS} ms, and after
 * a rest {@value #AT_ONCE} at once.
 *
 * <p>To be asked by one thread at a time.
 */
final class CheckpointPace {

    static final int EACH_MILLIS = 20;
    static final int AT_ONCE = 50;

    private static final long EACH = TimeUnit.MILLISECONDS.toNanos(EACH_MILLIS);

    private final AtomicLong due = new AtomicLong(Long.MIN_VALUE);

    /**
     * Nanoseconds to wait, 0 for none; who asks will do it then.
     *
     * @param now nanoseconds since whenever, never less than before, from 0 on
     */
    long toWait(long now) {
        long mine = Math.max(due.get(), now - (AT_ONCE - 1) * EACH);
        due.set(mine + EACH);
        return Math.max(0, mine - now);
    }
}
