/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.limit;

/**
 * An account's two limits as arithmetic over time: says when, never waits.
 *
 * <p>Not thread-safe. Times are nanoseconds since the limiter's start, and never go back from call to call.
 */
final class Quota {

    private final Allowance perMinute;
    private final Allowance perSecond;
    private final CompletionLog minute;
    private final CompletionLog second;
    private final LearnedLimits learned;

    /** How long the server may remember a request: half the margin is left to clocks of different rates. */
    private final long remembered;

    private Shares shares;

    Quota(Rates rates) {
        perMinute = rates.ofTheMinute();
        perSecond = rates.ofTheSecond();
        minute = new CompletionLog(perMinute.hold());
        second = new CompletionLog(perSecond.hold());
        learned = new LearnedLimits(rates);
        remembered = rates.minute().length().toNanos() + rates.minute().margin().toNanos() / 2;
        shares = new Shares(perMinute.permits());
    }

    /** Takes note of the time that has passed. To be called before a question is asked about it. */
    void at(long now) {
        minute.forget(now);
        second.forget(now);
    }

    /**
     * Takes a permit if there is one.
     *
     * @return null when there is none; {@link #wait} says how long that will last
     */
    Ticket take(Purpose purpose, boolean message, long now) {
        if (wait(message, 1, 1, now) > 0) {
            return null;
        }
        minute.take(purpose);
        if (message) {
            second.take(purpose);
        }
        learned.take(now);
        return new Ticket(purpose, message, now, minute.completedBy(now - remembered));
    }

    /**
     * How long it takes until so many permits have become free: exact as far as those in use were completed, else at least that
     * long.
     *
     * @param nth which permit of the minute's, 1 is the next
     * @param nthMessage which of the second's; looked at for a message only
     */
    long wait(boolean message, long nth, long nthMessage, long now) {
        long at = Math.max(learned.at(nth, now), minute.freeAt(nth, learned.permits(now), now));
        if (message) {
            at = Math.max(at, second.freeAt(nthMessage, perSecond.permits(), now));
        }
        return Math.max(0, at - now);
    }

    /** How long the quota may stay as low as answers have made it. */
    long waitForRise(long now) {
        return learned.risesAt(now) - now;
    }

    /** How long nothing goes out, whatever is free. */
    long waitForHold(long now) {
        return Math.max(0, learned.heldUntil() - now);
    }

    /** How many more permits are the purpose's own, before it has to stand in line with the others; may be negative. */
    int own(Purpose purpose, long now) {
        shares = shares.of(learned.permits(now));
        return shares.part(purpose) - minute.inUse(purpose);
    }

    /** How long it takes until the purpose's own part of the minute alone has given it so many permits, at least. */
    long waitByPart(Purpose purpose, long nth, long now) {
        shares = shares.of(learned.permits(now));
        long part = shares.part(purpose);
        if (part == 0) {
            return Long.MAX_VALUE;
        }
        double windows = (double) (nth + minute.inUse(purpose) - 1) / part - 1;
        return (long) (Math.floor(Math.max(0, windows)) * perMinute.hold());
    }

    void giveBack(Ticket ticket) {
        minute.giveBack(ticket.purpose());
        if (ticket.message()) {
            second.giveBack(ticket.purpose());
        }
    }

    void complete(Ticket ticket, Observed observed, long now) {
        minute.complete(ticket.purpose(), now);
        if (ticket.message()) {
            second.complete(ticket.purpose(), now);
        }
        learned.learn(ticket, observed, minute.own(ticket.forgotten()), minute.inFlight(), now);
    }

    /** In numbers, for people. */
    String describe(long now) {
        return minute.inUse() + " of " + learned.permits(now) + " permits in use, " + minute.inFlight()
                + " of them in flight"
                + (waitForHold(now) > 0 ? ", nothing goes out for " + waitForHold(now) / 1_000_000_000 + " s" : "");
    }
}
