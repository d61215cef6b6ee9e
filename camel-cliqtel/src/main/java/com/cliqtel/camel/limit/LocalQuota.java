/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.limit;

import java.time.Duration;

/** The two limits of an account, as this process alone counts them, and what answers have said. Not thread-safe. */
final class LocalQuota implements PermitLimits {

    private final WindowAllowance perMinute;
    private final WindowAllowance perSecond;
    private final CompletionLog minute;
    private final CompletionLog second;
    private final LearnedLimits learned;
    private final FirstAnswers first;

    /** How long the server may count a request, in nanoseconds. Half the margin is for clocks that run at different settings. */
    private final long remembered;

    private PurposeShares shares;

    /** Creates a quota of which nothing was used before. */
    LocalQuota(LimiterSettings settings) {
        this(settings, FirstAnswers.known(), 0);
    }

    /** Creates a quota of which an unknown part was used before. */
    static LocalQuota usedBefore(LimiterSettings settings) {
        return new LocalQuota(
                settings,
                FirstAnswers.expected(settings),
                settings.minute().length().toNanos());
    }

    private LocalQuota(LimiterSettings settings, FirstAnswers first, long sharedUntil) {
        this.first = first;
        perMinute = settings.ofTheMinute();
        perSecond = settings.ofTheSecond();
        minute = new CompletionLog(perMinute.hold());
        second = new CompletionLog(perSecond.hold());
        learned = new LearnedLimits(settings, sharedUntil);
        remembered = settings.minute().length().toNanos()
                + settings.minute().margin().toNanos() / 2;
        shares = new PurposeShares(perMinute.permits());
    }

    @Override
    public void at(long now) {
        minute.forget(now);
        second.forget(now);
    }

    @Override
    public boolean open(boolean message, long now) {
        return wait(message, 1, 1, now) == 0;
    }

    @Override
    public PermitRecord take(Purpose purpose, boolean message, long now) {
        minute.take(purpose);
        if (message) {
            second.take(purpose);
        }
        learned.take(now);
        first.take(now);
        return new PermitRecord(purpose, message, now, minute.completedBy(now - remembered));
    }

    @Override
    public long wait(boolean message, long nth, long nthMessage, long now) {
        long at = Math.max(learned.at(nth, now), minute.freeAt(nth, learned.permits(now), now));
        if (first.heldUntil(minute.inFlight(), now) > now) {
            // an answer may come at any time
            at = Math.max(at, now + 1);
        }
        if (message) {
            at = Math.max(at, second.freeAt(nthMessage, perSecond.permits(), now));
        }
        return Math.max(0, at - now);
    }

    @Override
    public long lookAgain(boolean message, long now) {
        // the quota may rise before a permit comes back
        long rise = Math.max(waitForHold(now), learned.risesAt(now) - now);
        long held = first.heldUntil(minute.inFlight(), now) - now;
        return Math.max(held, Math.min(wait(message, 1, 1, now), rise));
    }

    @Override
    public long waitForHold(long now) {
        return Math.max(0, learned.heldUntil() - now);
    }

    @Override
    public int own(Purpose purpose, long now) {
        shares = shares.of(learned.permits(now));
        return shares.part(purpose) - minute.inUse(purpose);
    }

    @Override
    public long waitByPart(Purpose purpose, long nth, long now) {
        shares = shares.of(learned.permits(now));
        long part = shares.part(purpose);
        if (part == 0) {
            return Long.MAX_VALUE;
        }
        double windows = (double) (nth + minute.inUse(purpose) - 1) / part - 1;
        return (long) (Math.floor(Math.max(0, windows)) * perMinute.hold());
    }

    @Override
    public void giveBack(PermitRecord permit) {
        minute.giveBack(permit.purpose());
        if (permit.message()) {
            second.giveBack(permit.purpose());
        }
    }

    @Override
    public void complete(PermitRecord permit, QuotaObservation observed, long now) {
        minute.complete(permit.purpose(), now);
        if (permit.message()) {
            second.complete(permit.purpose(), now);
        }
        first.ended(observed);
        learned.learn(permit, observed, minute.own(permit.forgotten()), minute.inFlight(), now);
    }

    @Override
    public boolean isIdle(long now) {
        return minute.inUse() == 0 && second.inUse() == 0 && waitForHold(now) == 0;
    }

    @Override
    public LimiterUsage usage(int waiting, long now) {
        return new LimiterUsage(waiting, minute.inUse(), learned.permits(now), Duration.ofNanos(waitForHold(now)));
    }

    @Override
    public String describe(long now) {
        return minute.inUse() + " of " + learned.permits(now) + " permits in use, " + minute.inFlight()
                + " of them in flight"
                + (waitForHold(now) > 0 ? ", nothing goes out for " + waitForHold(now) / 1_000_000_000 + " s" : "");
    }
}
