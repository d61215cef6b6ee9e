/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.limit;

import java.util.concurrent.TimeUnit;

/**
 * What answers have said about the quota. It can only lower the limits, and each lowering ends: whatever the server says, one
 * request per window is made, and after a 429 one in 15 minutes. Not thread-safe.
 *
 * <ul>
 *   <li>A lower limit applies until an answer says another one, for 60 windows at most. A limit below 1 is ignored.
 *   <li>If another client uses the API key, its use is left to it for a window, and the {@link ReportedRemainder} applies for ten.
 *   <li>After a 429 no request is made for as long as it says, 15 minutes at most. If nothing explains the 429, or if there are more
 *       than ten in ten windows, requests are spaced evenly for 60 windows.
 * </ul>
 */
final class LearnedLimits {

    /** The longest hold: 15 minutes of Retry-After, and its second. */
    private static final long LONGEST_HOLD = TimeUnit.SECONDS.toNanos(901);

    private static final long WINDOWS_BELIEVED = 60;
    private static final long WINDOWS_REMEMBERED = 10;
    private static final int REFUSALS_EXPLAINED = 10;

    private final LimiterSettings settings;
    private final long sharedUntil;
    private final long window;
    private final EvenSpacing spacing;
    private final ReportedRemainder remainder;

    private long heldUntil;
    private int limit;
    private long limitUntil;
    private int ours;
    private long oursUntil;
    private long othersUntil;
    private int refusals;
    private long refusalsUntil;

    /**
     * @param sharedUntil the time until which only this node's share of the remainder is used, since the other nodes may have
     *     started too
     */
    LearnedLimits(LimiterSettings settings, long sharedUntil) {
        this.settings = settings;
        this.sharedUntil = sharedUntil;
        this.window = settings.minute().length().toNanos();
        this.spacing = new EvenSpacing(window);
        this.remainder = new ReportedRemainder(window);
    }

    /**
     * Learns from an answer.
     *
     * @param own the number of our requests that the server counts, never too low
     * @param inFlight the number of further requests without an answer
     */
    void learn(PermitRecord permit, QuotaObservation observed, int own, int inFlight, long now) {
        Integer said = observed.limit();
        boolean limited = said != null && said > 0 && settings.requestsPerMinute() > 0;
        if (limited) {
            limit = said;
            limitUntil = now + WINDOWS_BELIEVED * window;
        }
        if (limited && observed.remaining() != null) {
            int left = Math.max(0, Math.min(observed.remaining(), said));
            int remaining = now < sharedUntil ? (int) (left * settings.quotaShare()) : left;
            int rest = remaining + own;
            if (rest < share(said)) {
                othersLeave(rest, observed.holdBack() == null, now);
            }
            remainder.report(said, remaining, inFlight, permit.takenAt(), now);
        }
        if (observed.holdBack() != null) {
            refused(limited && own > said, now);
            hold(TimeUnit.NANOSECONDS.convert(observed.holdBack()), now);
            remainder.refused(heldUntil);
        }
    }

    /**
     * Notes that the remainder and our own use are less than our share, so another client uses the rest. The lowest value of a
     * window counts. The value of a 429 doesn't outlast the time for which it stops requests.
     */
    private void othersLeave(int rest, boolean lasting, long now) {
        if (lasting && (rest <= ours || oursUntil <= now)) {
            ours = Math.max(1, rest);
            oursUntil = now + window;
        }
        othersUntil = now + WINDOWS_REMEMBERED * window;
        remainder.beCareful(now);
    }

    /** Notes a refusal. Another client explains some refusals; if there are more, the server counts in an unknown way. */
    private void refused(boolean limitWasUnknown, long now) {
        if (limitWasUnknown) {
            return;
        }
        if (now >= refusalsUntil) {
            refusals = 0;
            refusalsUntil = now + WINDOWS_REMEMBERED * window;
        }
        refusals++;
        if (now >= othersUntil || refusals > REFUSALS_EXPLAINED) {
            spacing.start(permits(now), now);
        }
        remainder.beCareful(now);
    }

    private void hold(long nanos, long now) {
        heldUntil = Math.max(heldUntil, now + Math.max(0, Math.min(nanos, LONGEST_HOLD)));
    }

    void take(long now) {
        spacing.take(permits(now), now);
        remainder.take(now);
    }

    /** Returns the time until which no request may be made. */
    long heldUntil() {
        return heldUntil;
    }

    /** Returns the time when the {@code nth} permit from now may be used, as far as answers limit it. */
    long at(long nth, long now) {
        return Math.max(heldUntil, Math.max(remainder.at(now), spacing.at(nth, permits(now), now)));
    }

    /** Returns the number of permits that may be in use now. */
    int permits(long now) {
        if (settings.requestsPerMinute() == 0) {
            return Integer.MAX_VALUE;
        }
        int share = share(lowered(now) ? limit : Integer.MAX_VALUE);
        return now < oursUntil ? Math.min(share, ours) : share;
    }

    private int share(int whole) {
        return WindowAllowance.permits(Math.min(whole, settings.requestsPerMinute()), settings.quotaShare());
    }

    /** Returns the time when {@link #permits} may rise again without another answer; the greatest long if it isn't lowered. */
    long risesAt(long now) {
        return Math.min(lowered(now) ? limitUntil : Long.MAX_VALUE, now < oursUntil ? oursUntil : Long.MAX_VALUE);
    }

    private boolean lowered(long now) {
        return now < limitUntil && limit < settings.requestsPerMinute();
    }
}
