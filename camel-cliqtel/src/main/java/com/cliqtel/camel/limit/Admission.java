/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.limit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;

/** Who gets a permit, who waits and who is refused. Not thread-safe: {@link AccountRateLimiter} is. */
final class Admission {

    private final AccountRateLimiter limiter;
    private final ElapsedClock time;
    private final PermitLimits limits;
    private final WaitingLine line = new WaitingLine();
    private long arrivals;

    Admission(AccountRateLimiter limiter, PermitLimits limits, LongSupplier clock) {
        this.limiter = limiter;
        this.time = new ElapsedClock(clock);
        this.limits = limits;
    }

    /** A permit at hand, a place in line or a refusal. */
    CompletableFuture<Permit> acquire(PermitRequest demand) {
        long now = now();
        // a newcomer goes before nobody whose turn it is
        if (limits.open(demand.message(), now) && line.next(limits, now) == null) {
            PermitRecord ticket = limits.take(demand.purpose(), demand.message(), now);
            return CompletableFuture.completedFuture(new TakenPermit(limiter, ticket));
        }
        return lineUp(demand, now);
    }

    private CompletableFuture<Permit> lineUp(PermitRequest demand, long now) {
        long wait = line.expectedWait(demand, limits, now);
        long maxWait = demand.maxWaitNanos();
        if (wait > maxWait) {
            return CompletableFuture.failedFuture(new NoPermitException(Duration.ofNanos(wait)));
        }
        Waiter waiter =
                new Waiter(limiter, arrivals++, now > Long.MAX_VALUE - maxWait ? Long.MAX_VALUE : now + maxWait);
        line.add(waiter, demand);
        return waiter;
    }

    void complete(PermitRecord ticket, QuotaObservation observed) {
        limits.complete(ticket, observed, now());
    }

    void giveBack(PermitRecord ticket) {
        limits.giveBack(ticket);
    }

    void leave(Waiter waiter) {
        line.remove(waiter);
    }

    List<Waiter> dismissAll() {
        return line.removeUntil(Long.MAX_VALUE);
    }

    /** Takes out of the line whose turn it is, and who has waited, or would have to wait, too long. */
    Served serve() {
        long now = now();
        List<Waiter> late = line.removeUntil(Math.max(now, now + limits.waitForHold(now)) - 1);
        List<Grant> grants = new ArrayList<>();
        for (Waiter waiter = line.next(limits, now); waiter != null; waiter = line.next(limits, now)) {
            PermitRecord ticket = limits.take(waiter.lane.purpose, waiter.lane.message, now);
            line.remove(waiter);
            grants.add(new Grant(waiter, new TakenPermit(limiter, ticket)));
        }
        late.addAll(line.removeUntil(now));
        return new Served(grants, late, Duration.ofNanos(limits.wait(false, 1, 1, now)));
    }

    /** When {@link #serve} is to be called next, in nanoseconds since the start; the greatest long when nobody waits. */
    long nextAt() {
        if (line.size() == 0) {
            return Long.MAX_VALUE;
        }
        long now = now();
        long deadline = line.earliestDeadline();
        if (deadline - now < limits.waitForHold(now)) {
            return now;
        }
        long wait = line.lookAgain(limits, now);
        return now > deadline - wait ? deadline : now + wait;
    }

    /** What is to be done now, outside of the lock; null for nothing. */
    PermitLimits.Errand errand() {
        return limits.errand(line, now());
    }

    LimiterUsage usage() {
        return limits.usage(line.size(), now());
    }

    long now() {
        long now = time.now();
        limits.at(now);
        return now;
    }

    @Override
    public String toString() {
        return line.size() + " waiting, " + limits.describe(now());
    }

    /** A permit, and who waited for it. */
    record Grant(Waiter waiter, TakenPermit permit) {}

    /** What came of serving: to be told to those concerned outside of any lock. */
    record Served(List<Grant> grants, List<Waiter> late, Duration expectedWait) {}
}
