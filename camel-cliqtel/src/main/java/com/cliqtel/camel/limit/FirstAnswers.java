/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.limit;

import java.util.concurrent.TimeUnit;

/**
 * The careful start of a limiter. The limiter doesn't know how much of the quota was used before, such as by an earlier
 * process. So requests leave one at a time until an answer says what is left, for at most one window. Not thread-safe.
 */
final class FirstAnswers {

    /** The time after which a request without an answer no longer delays the next one. */
    private static final long LONGEST_DELAY = TimeUnit.SECONDS.toNanos(5);

    /** The number of answers without quota headers after which no such header is expected. */
    private static final int SILENT = 3;

    private final long window;
    private boolean over;
    private int silent;
    private long takenAt;

    private FirstAnswers(long window, boolean over) {
        this.window = window;
        this.over = over;
    }

    /** Creates the start of a limiter that knows the used quota, so it isn't careful. */
    static FirstAnswers known() {
        return new FirstAnswers(0, true);
    }

    /** Creates the start of a limiter that doesn't know the used quota. Without a limit per minute it isn't careful. */
    static FirstAnswers expected(LimiterSettings settings) {
        return new FirstAnswers(settings.minute().length().toNanos(), settings.requestsPerMinute() == 0);
    }

    /**
     * Returns the time until which the next request waits if no request in progress ends; a time in the past if it needn't
     * wait.
     */
    long heldUntil(int inFlight, long now) {
        return over || inFlight == 0 || now >= window ? now : takenAt + LONGEST_DELAY;
    }

    void take(long now) {
        takenAt = now;
    }

    /** Notes the end of a request, with or without an answer. */
    void ended(QuotaObservation observed) {
        boolean said = observed.limit() != null && observed.remaining() != null || observed.holdBack() != null;
        silent += said ? 0 : 1;
        over |= said || silent >= SILENT;
    }
}
