/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.inbound;

import java.util.concurrent.atomic.AtomicLong;

/** The life of a process, counted in steps: after the last, nothing it does has any effect. Thread-safe. */
final class Life {

    private final AtomicLong left;

    Life(long steps) {
        this.left = new AtomicLong(steps);
    }

    static Life eternal() {
        return new Life(Long.MAX_VALUE);
    }

    /** Death, to those who are in the middle of something. */
    static final class Ended extends Error {
        private static final long serialVersionUID = 1L;

        Ended() {
            super("the process has died", null, false, false);
        }
    }

    void step() {
        if (left.getAndUpdate(steps -> steps > 0 ? steps - 1 : 0) == 0) {
            throw new Ended();
        }
    }

    boolean hasEnded() {
        return left.get() == 0;
    }
}
