/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.limit;

import java.util.concurrent.TimeUnit;

/**
 * What answers have said of the quota. It only ever lowers what is allowed, and all of it passes: whatever a server says, one
 * request in a window goes out, and one in 15 minutes whatever it says after a 429. Not thread-safe.
 *
 * <ul>
 *   <li>a lower limit: kept to until an answer says another one, for 60 windows at most; a limit below 1 is not believed;
 *   <li>others use the key: what they were seen to use is left to them for a window, and for ten the {@link ReportedRemainder} is heeded;
 *   <li>a 429: nothing goes out for as long as it says, 15 minutes at most; if it was legal by all we know and others were not
 *       seen, or more than ten times in ten windows, requests are spaced evenly for 60 windows.
 * </ul>
 */
final class LearnedLimits {

    /** The longest hold: 15 minutes of Retry-After, and its second. */
    private static final long LONGEST_HOLD = TimeUnit.SECONDS.toNanos(901);

    private static final long WINDOWS_BELIEVED = 60;
    private static final long WINDOWS_REMEMBERED = 10;
    private static final int REFUSALS_EXPLAINED = 10;

    private final LimiterSettings rates;
    private final long sharedUntil;
    private final long window;
    private final EvenSpacing pace;
    private final ReportedRemainder room;

    private long heldUntil;
    private int limit;
    private long limitUntil;
    private int ours;
    private long oursUntil;
    private long othersUntil;
    private int refusals;
    private long refusalsUntil;

    /**
     * @param sharedUntil the time until which only this node's share of the rest is used, since the other nodes may have
     * started too
     */
    LearnedLimits(LimiterSettings rates, long sharedUntil) {
        this.rates = rates;
        this.sharedUntil = sharedUntil;
        this.window = rates.minute().length().toNanos();
        this.pace = new EvenSpacing(window);
        this.room = new ReportedRemainder(window);
    }

    /**
     * Learns from an answer.
     *
     * @param own how many requests of ours the server may have counted, never too few
     * @param inFlight how many more are under way
     */
    void learn(PermitRecord ticket, QuotaObservation observed, int own, int inFlight, long now) {
        Integer said = observed.limit();
        boolean meant = said != null && said > 0 && rates.requestsPerMinute() > 0;
        if (meant) {
            limit = said;
            limitUntil = now + WINDOWS_BELIEVED * window;
        }
        if (meant && observed.remaining() != null) {
            int left = Math.max(0, Math.min(observed.remaining(), said));
            int remaining = now < sharedUntil ? (int) (left * rates.quotaShare()) : left;
            int rest = remaining + own;
            if (rest < share(said)) {
                othersLeave(rest, observed.holdBack() == null, now);
            }
            room.told(said, remaining, inFlight, ticket.takenAt(), now);
        }
        if (observed.holdBack() != null) {
            refused(meant && own > said, now);
            hold(TimeUnit.NANOSECONDS.convert(observed.holdBack()), now);
            room.refused(heldUntil);
        }
    }

    /**
     * What is left and what is ours is less than our share. Since own use is never counted too low, others certainly use more than
     * that leaves them. The least of a window counts; what a 429 tells is over when its hold is.
     */
    private void othersLeave(int rest, boolean lasting, long now) {
        if (lasting && (rest <= ours || oursUntil <= now)) {
            ours = Math.max(1, rest);
            oursUntil = now + window;
        }
        othersUntil = now + WINDOWS_REMEMBERED * window;
        room.beCareful(now);
    }

    /** Others explain some refusals. When they go on all the same, it is the server's way of counting that does. */
    private void refused(boolean limitWasNotKnown, long now) {
        if (limitWasNotKnown) {
            return;
        }
        if (now >= refusalsUntil) {
            refusals = 0;
            refusalsUntil = now + WINDOWS_REMEMBERED * window;
        }
        refusals++;
        if (now >= othersUntil || refusals > REFUSALS_EXPLAINED) {
            pace.start(permits(now), now);
        }
        room.beCareful(now);
    }

    private void hold(long nanos, long now) {
        heldUntil = Math.max(heldUntil, now + Math.max(0, Math.min(nanos, LONGEST_HOLD)));
    }

    void take(long now) {
        pace.take(permits(now), now);
        room.take(now);
    }

    /** Until when nothing goes out. */
    long heldUntil() {
        return heldUntil;
    }

    /** When the {@code nth} permit from now may be used, as far as answers matter. */
    long at(long nth, long now) {
        return Math.max(heldUntil, Math.max(room.at(now), pace.at(nth, permits(now), now)));
    }

    /** The permits that may be in use now. */
    int permits(long now) {
        if (rates.requestsPerMinute() == 0) {
            return Integer.MAX_VALUE;
        }
        int share = share(lowered(now) ? limit : Integer.MAX_VALUE);
        return now < oursUntil ? Math.min(share, ours) : share;
    }

    private int share(int whole) {
        return WindowAllowance.permits(Math.min(whole, rates.requestsPerMinute()), rates.quotaShare());
    }

    /** When {@link #permits} may rise again without another answer; the greatest long when it is not lowered. */
    long risesAt(long now) {
        return Math.min(lowered(now) ? limitUntil : Long.MAX_VALUE, now < oursUntil ? oursUntil : Long.MAX_VALUE);
    }

    private boolean lowered(long now) {
        return now < limitUntil && limit < rates.requestsPerMinute();
    }
}
