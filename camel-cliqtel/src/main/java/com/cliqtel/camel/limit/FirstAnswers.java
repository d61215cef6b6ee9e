/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.limit;

import java.util.concurrent.TimeUnit;

/**
 * The careful start of a limiter. What was used of the quota before, such as by a process that has ended, isn't known. So requests
 * leave one at a time until an answer says what is left, for one window at most. Not thread-safe.
 */
final class FirstAnswers {

    /** After this time a request that has no answer yet no longer holds the next one back. */
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(5);

    /** After so many ends of requests that said nothing of the quota, none is expected to. */
    private static final int SILENT = 3;

    private final long window;
    private boolean over;
    private int silent;
    private long takenAt;

    private FirstAnswers(long window, boolean over) {
        this.window = window;
        this.over = over;
    }

    /** For a limiter that knows what was used before. */
    static FirstAnswers known() {
        return new FirstAnswers(0, true);
    }

    /** For a limiter that doesn't know; without a limit per minute there is nothing to know. */
    static FirstAnswers expected(Rates rates) {
        return new FirstAnswers(rates.minute().length().toNanos(), rates.requestsPerMinute() == 0);
    }

    /** Until when the next request is held back while none under way ends; the past when it isn't. */
    long heldUntil(int inFlight, long now) {
        return over || inFlight == 0 || now >= window ? now : takenAt + PATIENCE;
    }

    void take(long now) {
        takenAt = now;
    }

    /** A request has ended, with an answer or without one. */
    void ended(Observed observed) {
        boolean said = observed.limit() != null && observed.remaining() != null || observed.holdBack() != null;
        silent += said ? 0 : 1;
        over |= said || silent >= SILENT;
    }
}
