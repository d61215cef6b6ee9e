/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.sends;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** How all the sends of a run ended, each of which should once. Thread-safe. */
final class Endings {

    private final AtomicReferenceArray<Ending> endings;
    private final AtomicInteger repeated = new AtomicInteger();

    Endings(int count) {
        this.endings = new AtomicReferenceArray<>(count);
    }

    /** @return false when it had ended before */
    boolean ended(LogicalSend send, Ending ending) {
        boolean first = endings.compareAndSet(send.number(), null, ending);
        if (!first) {
            repeated.incrementAndGet();
        }
        return first;
    }

    /** Null while it has not ended. */
    Ending of(LogicalSend send) {
        return endings.get(send.number());
    }

    /** How often one was told to have ended that had ended before. */
    int repeated() {
        return repeated.get();
    }
}
