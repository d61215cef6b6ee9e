/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.monitor;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/**
 * Something that goes wrong again and again: said at once when it begins, then once a minute with how often, and said when it is over,
 * so that a storm of it is some lines and not a thousand. Thread-safe.
 */
final class RepeatedProblem {

    private static final long CALM = Duration.ofMinutes(1).toNanos();

    private final LongSupplier nanoTime;
    private final LogThrottle saying;
    private final AtomicLong unsaid = new AtomicLong();
    private final AtomicLong inAll = new AtomicLong();
    private final AtomicLong last = new AtomicLong();

    RepeatedProblem() {
        this(System::nanoTime);
    }

    RepeatedProblem(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.saying = new LogThrottle(nanoTime);
    }

    /** It went wrong again; {@code say} gets how often it did since it was last said. */
    void again(LongConsumer say) {
        last.set(nanoTime.getAsLong());
        inAll.incrementAndGet();
        unsaid.incrementAndGet();
        if (saying.isDue()) {
            say.accept(unsaid.getAndSet(0));
        }
    }

    /** It went well; {@code say} gets how often it went wrong before, when that is over for a minute. */
    void well(LongConsumer say) {
        // asked for each thing that goes well: one read of what hardly ever changes
        if (inAll.get() != 0 && nanoTime.getAsLong() - last.get() > CALM) {
            long before = inAll.getAndSet(0);
            if (before != 0) {
                unsaid.set(0);
                say.accept(before);
            }
        }
    }
}
