/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.limit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Decides which requests get a permit, which ones wait and which ones are refused. Not thread-safe: its limiter has the lock. */
final class Admission {

    /** A permit that is in use for longer was lost: no attempt takes as long. */
    private static final long LONGEST_USE = TimeUnit.HOURS.toNanos(1);

    private final AccountTicket.Limiter limiter;
    private final LongSupplier clock;
    private final long start;
    private final PermitLimits limits;
    private final WaitingLine line = new WaitingLine();
    private final TicketQueue inUse = new TicketQueue();
    private long arrivals;
    private long latest;

    Admission(AccountTicket.Limiter limiter, PermitLimits limits, LongSupplier clock) {
        this.limiter = limiter;
        this.clock = clock;
        this.start = clock.getAsLong();
        this.limits = limits;
    }

    /** Returns a ticket that has a permit, that waits or that is refused. */
    AccountTicket acquire(PermitRequest request) {
        long now = now();
        long maxWait = request.maxWaitNanos();
        AccountTicket ticket = new AccountTicket(
                limiter, request, arrivals++, now > Long.MAX_VALUE - maxWait ? Long.MAX_VALUE : now + maxWait);
        // a new request never overtakes a ticket that may go now
        if (limits.open(ticket.message, now) && line.next(limits, now) == null) {
            take(ticket, now);
            ticket.give();
            return ticket;
        }
        long wait = line.expectedWait(request, limits, now);
        if (wait > maxWait) {
            ticket.completeExceptionally(new NoPermitException(Duration.ofNanos(wait)));
        } else {
            line.add(ticket);
        }
        return ticket;
    }

    private void take(AccountTicket ticket, long now) {
        ticket.inUse = limits.take(ticket.purpose, ticket.message, now);
        inUse.add(ticket);
    }

    /** Ends the use of a permit; {@code observed} is null if no request was made. */
    void end(AccountTicket ticket, QuotaObservation observed) {
        end(ticket, observed, now());
    }

    private void end(AccountTicket ticket, QuotaObservation observed, long now) {
        PermitRecord permit = ticket.inUse;
        if (permit == null) {
            return;
        }
        ticket.inUse = null;
        inUse.remove(ticket);
        if (observed == null) {
            limits.giveBack(permit);
        } else {
            limits.complete(permit, observed, now);
        }
    }

    void leave(AccountTicket ticket) {
        line.remove(ticket);
    }

    List<AccountTicket> removeAll() {
        return line.removeUntil(Long.MAX_VALUE);
    }

    /** Removes the tickets that get a permit now, and those that have waited, or would have to wait, too long. */
    Served serve() {
        long now = now();
        List<AccountTicket> late = line.removeUntil(Math.max(now, now + limits.waitForHold(now)) - 1);
        List<AccountTicket> granted = new ArrayList<>();
        for (AccountTicket next = line.next(limits, now); next != null; next = line.next(limits, now)) {
            line.remove(next);
            take(next, now);
            granted.add(next);
        }
        late.addAll(line.removeUntil(now));
        return new Served(granted, late, Duration.ofNanos(limits.wait(false, 1, 1, now)));
    }

    /** Returns the time of the next call of {@link #serve}, in nanoseconds since the start; the greatest long if no ticket waits. */
    long nextAt() {
        if (line.size() == 0) {
            return Long.MAX_VALUE;
        }
        long now = now();
        long deadline = line.earliestDeadline();
        if (deadline - now < limits.waitForHold(now)) {
            return now;
        }
        long lost = inUse.size() == 0 ? Long.MAX_VALUE : inUse.first().inUse.takenAt() + LONGEST_USE - now;
        long wait = Math.min(line.lookAgain(limits, now), lost);
        return now > deadline - wait ? deadline : now + wait;
    }

    /** Returns the draw to make now, outside of the lock; null for none. */
    PermitLimits.Draw nextDraw() {
        return limits.nextDraw(line, now());
    }

    LimiterUsage usage() {
        return limits.usage(line.size(), now());
    }

    boolean isIdle() {
        return line.size() == 0 && limits.isIdle(now());
    }

    /** Returns the nanoseconds since the start. They never go back. The clock itself may begin at any number and overflow. */
    long now() {
        latest = Math.max(latest, clock.getAsLong() - start);
        long now = latest;
        limits.at(now);
        while (inUse.size() > 0 && inUse.first().inUse.takenAt() <= now - LONGEST_USE) {
            end(inUse.first(), QuotaObservation.nothing(), now);
        }
        return now;
    }

    @Override
    public String toString() {
        return line.size() + " waiting, " + limits.describe(now());
    }

    /** The tickets that {@link #serve} removed. They are completed outside of the lock. */
    record Served(List<AccountTicket> granted, List<AccountTicket> late, Duration expectedWait) {}
}
