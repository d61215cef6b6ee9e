/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.inbound;

import java.util.concurrent.atomic.AtomicLong;

/**
 * The lifetime of a simulated process, counted in steps. After the last step nothing that the process does has any effect. Thread-safe.
 */
final class ProcessLifetime {

    private final AtomicLong left;

    ProcessLifetime(long steps) {
        this.left = new AtomicLong(steps);
    }

    static ProcessLifetime unlimited() {
        return new ProcessLifetime(Long.MAX_VALUE);
    }

    /** Thrown when the process dies in the middle of an operation. */
    static final class ProcessDied extends Error {
        private static final long serialVersionUID = 1L;

        ProcessDied() {
            super("the process has died", null, false, false);
        }
    }

    void step() {
        if (left.getAndUpdate(steps -> steps > 0 ? steps - 1 : 0) == 0) {
            throw new ProcessDied();
        }
    }

    boolean hasEnded() {
        return left.get() == 0;
    }
}
