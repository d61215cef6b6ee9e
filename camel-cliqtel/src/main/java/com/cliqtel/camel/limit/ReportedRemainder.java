/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.limit;

/**
 * The number of requests that the server has left, as its answers say. It limits requests only for a while after another client
 * used the API key, or seemed to: the limiter knows its own use without it. Not thread-safe.
 *
 * <p>When nothing is left, no request starts before the server's window ends, if its start was seen, or otherwise for a sixth of a
 * window. Then one request finds out. This costs the fewest refusals, since another client may be faster each time.
 */
final class ReportedRemainder {

    /** The number of windows after the last sign of another client in which the remainder limits requests. */
    private static final long WINDOWS_CAREFUL = 10;

    private final long window;
    private final long pause;
    private long carefulUntil;
    private long left;
    private long nothingUntil;
    private long windowEnd;
    private int reported = Integer.MAX_VALUE;
    private long reportedAt = -1;

    /** The window's length in nanoseconds. */
    ReportedRemainder(long window) {
        this.window = window;
        this.pause = window / 6;
    }

    void beCareful(long now) {
        carefulUntil = now + WINDOWS_CAREFUL * window;
    }

    /** Notes the remainder in the answer to a request; {@code inFlight} more requests have no answer yet. */
    void report(int limit, int remaining, int inFlight, long sentAt, long now) {
        int room = remaining - inFlight;
        if (sentAt <= reportedAt) {
            // both requests were in flight at once, so their order at the server is unknown
            left = Math.min(left, room);
        } else {
            boolean begun = remaining - (long) reported >= Math.max(1, limit / 4);
            windowEnd = begun ? now + window : windowEnd;
            left = room;
            reported = remaining;
            reportedAt = now;
        }
        if (left <= 0) {
            nothingUntil = windowEnd > now ? windowEnd : now + pause;
        }
    }

    /** Notes a refusal, which says when requests may be made again. */
    void refused(long until) {
        nothingUntil = until;
    }

    void take(long now) {
        left--;
        if (left <= 0) {
            nothingUntil = Math.max(nothingUntil, now + pause);
        }
    }

    /** Returns the time when a request may start. A report that is older than a window doesn't count. */
    long at(long now) {
        boolean known = now < carefulUntil && reportedAt >= 0 && reportedAt > now - window;
        return known && left <= 0 ? Math.max(now, nothingUntil) : now;
    }
}
