/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.limit;

import java.util.function.Consumer;
import java.util.function.LongConsumer;

/**
 * The rules that decide when a permit may be taken. They calculate with times and never wait. Times are nanoseconds since the
 * limiter's start and never go back from call to call. Not thread-safe.
 */
interface PermitLimits {

    /** Sets the time. Called before any other method is called with this time. */
    void at(long now);

    /** Returns whether a permit may be taken now. */
    boolean open(boolean message, long now);

    /** Takes a permit. */
    PermitRecord take(Purpose purpose, boolean message, long now);

    /** Takes back a permit that wasn't used. */
    void giveBack(PermitRecord permit);

    /** Notes the end of the request that used a permit. */
    void complete(PermitRecord permit, QuotaObservation observed, long now);

    /**
     * Returns the nanoseconds until a number of permits have become free: exact if all requests in progress have ended, otherwise
     * a lower bound.
     *
     * @param nth the number of permits of the limit per minute; 1 for the next one
     * @param nthMessage the number of permits of the limit per second; only used for a message
     */
    long wait(boolean message, long nth, long nthMessage, long now);

    /** Returns the nanoseconds until the purpose's own share has had a number of permits, at least. */
    long waitByPart(Purpose purpose, long nth, long now);

    /** Returns the nanoseconds during which no request may be made because of a 429. */
    long waitForHold(long now);

    /** Returns the nanoseconds after which a permit may be free; the greatest long if time alone frees none. */
    long lookAgain(boolean message, long now);

    /** Returns how many permits of the purpose's own share are left; may be negative. */
    int own(Purpose purpose, long now);

    /** Returns whether no permit is in use and no 429 is in force. */
    boolean isIdle(long now);

    /** Returns a permit to draw for the tickets that wait; null for none. Called after each step. */
    default Draw nextDraw(Line line, long now) {
        return null;
    }

    /** Returns the use of the quota. */
    LimiterUsage usage(int waiting, long now);

    /** Returns the use of the quota as a text. */
    String describe(long now);

    /** The tickets that wait. */
    interface Line {

        int size();

        /** Returns the ticket that gets the next permit; null if no ticket may have one now. */
        AccountTicket next(PermitLimits limits, long now);

        /** Does the same, if the limits are open for messages, for other requests, or for both. */
        AccountTicket next(boolean othersMay, boolean messagesMay, PermitLimits limits, long now);
    }

    /** A draw from a quota that several processes share. It is made outside of the lock. */
    @FunctionalInterface
    interface Draw {

        /**
         * Makes the draw. Never blocks.
         *
         * @param locked runs a step within the lock and gives it the time; may be called on any thread, also at once
         */
        void run(Consumer<LongConsumer> locked);
    }
}
