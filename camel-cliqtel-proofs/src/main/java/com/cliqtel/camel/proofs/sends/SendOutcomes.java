/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.sends;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** The outcomes of all sends of a run; each send must have exactly one. Thread-safe. */
final class SendOutcomes {

    private final AtomicReferenceArray<SendOutcome> endings;
    private final AtomicInteger repeated = new AtomicInteger();

    SendOutcomes(int count) {
        this.endings = new AtomicReferenceArray<>(count);
    }

    /** @return false when it had ended before */
    boolean ended(LogicalSend send, SendOutcome ending) {
        boolean first = endings.compareAndSet(send.number(), null, ending);
        if (!first) {
            repeated.incrementAndGet();
        }
        return first;
    }

    /** Null while it has not ended. */
    SendOutcome of(LogicalSend send) {
        return endings.get(send.number());
    }

    /** How often one was told to have ended that had ended before. */
    int repeated() {
        return repeated.get();
    }
}
