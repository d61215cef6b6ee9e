/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.limit;

import java.util.function.Consumer;
import java.util.function.LongConsumer;

/**
 * What decides when a permit may be taken: arithmetic over time, which never waits. Not thread-safe. Times are nanoseconds since
 * the limiter's start, and never go back from call to call.
 */
interface PermitLimits {

    /** Takes note of the time that has passed. To be called before a question is asked about it. */
    void at(long now);

    /** Whether a permit may be taken now. */
    boolean open(boolean message, long now);

    /** Takes a permit. */
    PermitRecord take(Purpose purpose, boolean message, long now);

    /** Takes back a permit that nobody used. */
    void giveBack(PermitRecord ticket);

    /** The request that used the permit is over. */
    void complete(PermitRecord ticket, QuotaObservation observed, long now);

    /**
     * How long it takes until so many permits have become free: exact as far as those in use were completed, else at least that
     * long.
     *
     * @param nth which permit of the minute's, 1 is the next
     * @param nthMessage which of the second's; looked at for a message only
     */
    long wait(boolean message, long nth, long nthMessage, long now);

    /** How long it takes until the purpose's own part of the minute alone has given it so many permits, at least. */
    long waitByPart(Purpose purpose, long nth, long now);

    /** How long nothing goes out, whatever is free. */
    long waitForHold(long now);

    /** In how many nanoseconds to look again; the greatest long when nothing will have changed by time alone. */
    long lookAgain(boolean message, long now);

    /** How many more permits are the purpose's own, before it has to stand in line with the others; may be negative. */
    int own(Purpose purpose, long now);

    /** What is to be done about those who wait; null for nothing. Asked after every step. */
    default Errand errand(WaitingLine line, long now) {
        return null;
    }

    /** What has been given out, while so many wait. */
    LimiterUsage usage(int waiting, long now);

    /** In numbers, for people. */
    String describe(long now);

    /** Something to be done outside of the lock. */
    @FunctionalInterface
    interface Errand {

        /**
         * Does it; never blocks.
         *
         * @param inside runs a step within the lock, and hands it the time; may be called from any thread, also at once
         */
        void run(Consumer<LongConsumer> inside);
    }
}
