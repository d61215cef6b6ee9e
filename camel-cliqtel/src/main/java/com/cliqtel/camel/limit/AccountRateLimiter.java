/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.limit;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The limiter of an account within one process. It uses the whole quota, and never exceeds it in any window of the server, for
 * each kind of window.
 *
 * <p>A permit is free again one window and a margin after the end of its request. Waiting for a permit holds no thread. The
 * limiter learns from answers, but only lower limits. Thread-safe.
 */
public final class AccountRateLimiter implements RateLimiter, AutoCloseable {

    private final ReentrantLock lock = new ReentrantLock();
    private final Admission admission;
    private final WakeUpTimer alarm;
    private long alarmAt = Long.MAX_VALUE;
    private boolean closed;

    /**
     * Opens a limiter that starts carefully: until the first answer says what is left of the quota, requests leave one at a time,
     * since another process may have used the quota just before. Then the whole quota is used.
     *
     * @param rates the quota
     * @param clock nanoseconds of a clock that never goes back, such as {@link System#nanoTime}; where it begins doesn't matter
     * @param alarm the timer that wakes the limiter; not closed with it
     */
    public AccountRateLimiter(LimiterSettings rates, LongSupplier clock, WakeUpTimer alarm) {
        this(LocalQuota.usedBefore(rates), clock, alarm);
    }

    AccountRateLimiter(PermitLimits limits, LongSupplier clock, WakeUpTimer alarm) {
        this.alarm = alarm;
        this.admission = new Admission(this, limits, clock);
    }

    @Override
    public CompletableFuture<Permit> acquire(PermitRequest demand) {
        return locked(() ->
                closed ? CompletableFuture.failedFuture(new LimiterClosedException()) : admission.acquire(demand));
    }

    /** Ends each wait, once, with {@link LimiterClosedException}, as whoever comes later gets. Permits taken stay good. */
    @Override
    public void close() {
        List<Waiter> waiting = locked(() -> {
            closed = true;
            return admission.dismissAll();
        });
        waiting.forEach(waiter -> waiter.refuse(new LimiterClosedException()));
    }

    void completed(TakenPermit permit, QuotaObservation observed) {
        locked(() -> {
            if (!permit.complete) {
                permit.complete = true;
                admission.complete(permit.ticket, observed);
            }
            return permit;
        });
    }

    void unused(TakenPermit permit) {
        locked(() -> {
            if (!permit.complete) {
                permit.complete = true;
                admission.giveBack(permit.ticket);
            }
            return permit;
        });
    }

    @Override
    public Optional<LimiterUsage> usage() {
        lock.lock();
        try {
            return Optional.of(admission.usage());
        } finally {
            lock.unlock();
        }
    }

    void leave(Waiter waiter) {
        locked(() -> {
            admission.leave(waiter);
            return waiter;
        });
    }

    /** Runs when an alarm goes off, which may be too early. */
    private void serve(long alarmed) {
        Admission.Served served = locked(() -> {
            alarmAt = alarmAt == alarmed ? Long.MAX_VALUE : alarmAt;
            return admission.serve();
        });
        served.grants().forEach(this::bring);
        served.late().forEach(waiter -> waiter.refuse(new NoPermitException(served.expectedWait())));
    }

    private void bring(Admission.Grant grant) {
        if (!grant.waiter().grant(grant.permit())) {
            locked(() -> {
                admission.giveBack(grant.permit().ticket);
                return grant;
            });
        }
    }

    private void inside(LongConsumer step) {
        locked(() -> {
            step.accept(admission.now());
            return step;
        });
    }

    /** Nobody is told anything, and no alarm set, while the lock is held: that runs code of others. */
    private <T> T locked(Supplier<T> step) {
        T result;
        PermitLimits.Errand errand;
        long delay = 0;
        long at;
        boolean earlier;
        lock.lock();
        try {
            result = step.get();
            errand = admission.errand();
            at = admission.nextAt();
            earlier = at < alarmAt;
            if (earlier) {
                alarmAt = at;
                // time goes on meanwhile: what is due by now is due at once
                delay = Math.max(0, at - admission.now());
            }
        } finally {
            lock.unlock();
        }
        try {
            if (earlier) {
                alarm.after(delay, () -> serve(at));
            }
            if (errand != null) {
                errand.run(this::inside);
            }
        } catch (RuntimeException stopping) {
            close();
        }
        return result;
    }

    @Override
    public String toString() {
        lock.lock();
        try {
            return "AccountRateLimiter[" + admission + "]";
        } finally {
            lock.unlock();
        }
    }
}
