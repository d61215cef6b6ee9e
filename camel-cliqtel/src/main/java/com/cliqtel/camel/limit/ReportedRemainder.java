/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.limit;

/**
 * What the server has left, as far as its answers tell. Kept to only for a while after others were seen, or suspected, to use the
 * key: one's own use is known without asking. Not thread-safe.
 *
 * <p>When nothing is left, nothing starts until the server's window is over, if its beginning was seen, and else for a sixth of a
 * window; then one request is to find out. Waiting that long and then using what has come together is what costs fewest
 * refusals: each time the room runs out, somebody else may be faster.
 */
final class ReportedRemainder {

    /** For how many windows after the last sign of others. */
    private static final long WINDOWS_CAREFUL = 10;

    private final long window;
    private final long pause;
    private long carefulUntil;
    private long left;
    private long nothingUntil;
    private long windowEnd;
    private int told = Integer.MAX_VALUE;
    private long toldAt = -1;

    /** The window's length in nanoseconds. */
    ReportedRemainder(long window) {
        this.window = window;
        this.pause = window / 6;
    }

    void beCareful(long now) {
        carefulUntil = now + WINDOWS_CAREFUL * window;
    }

    /** The answer to a request sent at a time said that so much is left; that many more are under way. */
    void told(int limit, int remaining, int inFlight, long sentAt, long now) {
        int room = remaining - inFlight;
        if (sentAt <= toldAt) {
            // both were under way at once: which the server saw first is not known
            left = Math.min(left, room);
        } else {
            boolean begun = remaining - (long) told >= Math.max(1, limit / 4);
            windowEnd = begun ? now + window : windowEnd;
            left = room;
            told = remaining;
            toldAt = now;
        }
        if (left <= 0) {
            nothingUntil = windowEnd > now ? windowEnd : now + pause;
        }
    }

    /** The server itself says when somebody may ask again. */
    void refused(long until) {
        nothingUntil = until;
    }

    void take(long now) {
        left--;
        if (left <= 0) {
            nothingUntil = Math.max(nothingUntil, now + pause);
        }
    }

    /** When a request may start. What was told longer than a window ago tells nothing. */
    long at(long now) {
        boolean known = now < carefulUntil && toldAt >= 0 && toldAt > now - window;
        return known && left <= 0 ? Math.max(now, nothingUntil) : now;
    }
}
