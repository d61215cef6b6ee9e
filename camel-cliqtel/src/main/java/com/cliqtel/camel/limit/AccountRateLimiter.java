/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.limit;

import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The limiter of one account. With a {@link LocalQuota}, it uses the whole quota and never exceeds it in any window of the server,
 * for each kind of window.
 *
 * <p>A permit is free again one window and a margin after the end of its request. Waiting for a permit holds no thread. The
 * limiter learns from answers, but only lower limits. Thread-safe.
 */
final class AccountRateLimiter implements AccountTicket.Limiter, AutoCloseable {

    private final ReentrantLock lock = new ReentrantLock();
    private final Admission admission;
    private final WakeUpTimer timer;
    private long wakeUpAt = Long.MAX_VALUE;
    private boolean closed;
    private boolean retired;

    /**
     * Creates a limiter that starts carefully, see {@link FirstAnswers}.
     *
     * @param clock nanoseconds of a clock that never goes back, such as {@link System#nanoTime}; it may begin at any number
     * @param timer wakes the limiter; not closed with it
     */
    AccountRateLimiter(LimiterSettings settings, LongSupplier clock, WakeUpTimer timer) {
        this(LocalQuota.usedBefore(settings), clock, timer);
    }

    AccountRateLimiter(PermitLimits limits, LongSupplier clock, WakeUpTimer timer) {
        this.timer = timer;
        this.admission = new Admission(this, limits, clock);
    }

    /** Requests a permit, as {@link RateLimiter#acquire} does. Returns null if the limiter is retired. */
    AccountTicket acquire(PermitRequest request) {
        return locked(() -> retired ? null : closed ? refused(request) : admission.acquire(request));
    }

    private AccountTicket refused(PermitRequest request) {
        AccountTicket ticket = new AccountTicket(this, request, 0, 0);
        ticket.completeExceptionally(new LimiterClosedException());
        return ticket;
    }

    /** Retires the limiter if it is idle. Returns whether it is retired: a new limiter for the account may then take its place. */
    boolean retire() {
        return locked(() -> retired |= admission.isIdle());
    }

    /** Ends each waiting ticket, and each later one, with {@link LimiterClosedException}. Permits in use remain valid. */
    @Override
    public void close() {
        List<AccountTicket> waiting = locked(() -> {
            closed = true;
            return admission.removeAll();
        });
        waiting.forEach(ticket -> ticket.completeExceptionally(new LimiterClosedException()));
    }

    @Override
    public void end(AccountTicket ticket, QuotaObservation observed) {
        locked(() -> {
            admission.end(ticket, observed);
            return ticket;
        });
    }

    @Override
    public void leave(AccountTicket ticket) {
        locked(() -> {
            admission.leave(ticket);
            return ticket;
        });
    }

    LimiterUsage usage() {
        lock.lock();
        try {
            return admission.usage();
        } finally {
            lock.unlock();
        }
    }

    /** Runs when the timer wakes the limiter, which may be too early. */
    private void serve(long planned) {
        Admission.Served served = locked(() -> {
            wakeUpAt = wakeUpAt == planned ? Long.MAX_VALUE : wakeUpAt;
            return admission.serve();
        });
        for (AccountTicket ticket : served.granted()) {
            if (!ticket.give()) {
                ticket.unused();
            }
        }
        served.late().forEach(ticket -> ticket.completeExceptionally(new NoPermitException(served.expectedWait())));
    }

    private void lockedAt(LongConsumer step) {
        locked(() -> {
            step.accept(admission.now());
            return step;
        });
    }

    /** Runs a step within the lock. Tickets, draws and the timer are called outside of it, since they run other code. */
    private <T> T locked(Supplier<T> step) {
        T result;
        PermitLimits.Draw draw;
        long delay = 0;
        long at;
        boolean earlier;
        lock.lock();
        try {
            result = step.get();
            draw = admission.nextDraw();
            at = admission.nextAt();
            earlier = at < wakeUpAt;
            if (earlier) {
                wakeUpAt = at;
                // time has passed since the step began, so the result may be due already
                delay = Math.max(0, at - admission.now());
            }
        } finally {
            lock.unlock();
        }
        try {
            if (earlier) {
                timer.after(delay, () -> serve(at));
            }
            if (draw != null) {
                draw.run(this::lockedAt);
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
