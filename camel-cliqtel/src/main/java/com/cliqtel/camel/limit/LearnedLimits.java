/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.limit;

import java.util.concurrent.TimeUnit;

/**
 * What answers have said of the quota. It only ever lowers what is allowed, and all of it passes: nothing a server says stops
 * anything for ever. Not thread-safe.
 */
final class LearnedLimits {

    /** The longest hold: 15 minutes of Retry-After, and its second. */
    private static final long LONGEST_HOLD = TimeUnit.SECONDS.toNanos(901);

    /** How long a lower limit is believed when no later answer says one, in windows. */
    private static final long WINDOWS_BELIEVED = 60;

    private final Rates rates;
    private final long window;

    private long heldUntil;
    private int limit;
    private long limitUntil;
    private int ours;
    private long oursUntil;

    LearnedLimits(Rates rates) {
        this.rates = rates;
        this.window = rates.minute().length().toNanos();
        this.limit = rates.requestsPerMinute();
        this.ours = Integer.MAX_VALUE;
    }

    /** Until when nothing goes out. */
    long heldUntil() {
        return heldUntil;
    }

    void hold(long nanos, long now) {
        heldUntil = Math.max(heldUntil, now + Math.max(0, Math.min(nanos, LONGEST_HOLD)));
    }

    /** The server's limit, where it is below ours. Less than one is no limit anybody could mean. */
    void limitSaid(int said, long now) {
        if (said < 1) {
            return;
        }
        limit = Math.min(said, rates.requestsPerMinute());
        limitUntil = now + WINDOWS_BELIEVED * window;
    }

    /** Others use the key and leave us this. The least of a window counts. */
    void othersLeave(int permits, long now) {
        if (permits <= ours || oursUntil <= now) {
            ours = Math.max(1, permits);
            oursUntil = now + window;
        }
    }

    /** Whether others were seen to use the key within the last window. */
    boolean othersSeen(long now) {
        return now < oursUntil;
    }

    /** The account's limit, as far as known. */
    int limit(long now) {
        return now < limitUntil ? limit : rates.requestsPerMinute();
    }

    /** The permits that may be in use now. */
    int permits(long now) {
        int share = Allowance.permits(limit(now), rates.quotaShare());
        return othersSeen(now) ? Math.min(share, ours) : share;
    }

    /** When {@link #permits} may rise again, if no answer says anything else before; now when it is not lowered. */
    long risesAt(long now) {
        long limited = limit(now) < rates.requestsPerMinute() ? limitUntil : Long.MAX_VALUE;
        return Math.min(limited, othersSeen(now) ? oursUntil : Long.MAX_VALUE);
    }
}
