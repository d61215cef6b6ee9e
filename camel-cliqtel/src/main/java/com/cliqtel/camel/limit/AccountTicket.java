/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.limit;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * The ticket of an {@link AccountRateLimiter}, which is also the permit. It is one object, since a hundred thousand may wait. The
 * fields that aren't final are guarded by the limiter's lock.
 */
final class AccountTicket extends CompletableFuture<Permit> implements PermitTicket, Permit {

    static final int NOT_WAITING = -1;

    final Purpose purpose;
    final boolean message;
    final long arrival;
    final long deadline;
    private final Limiter limiter;

    /** The neighbours in the queue of waiting tickets, and later among the permits in use. */
    AccountTicket before;

    AccountTicket after;

    /** The index among the deadlines; {@link #NOT_WAITING} if the ticket doesn't wait. */
    int deadlineIndex = NOT_WAITING;

    /** The permit in use; null while the ticket waits, and after its end. */
    PermitRecord inUse;

    /** What a ticket reports to its limiter. */
    interface Limiter {

        /** Removes a ticket that was cancelled, if it still waits. */
        void leave(AccountTicket ticket);

        /** Ends the use of a permit, if it is in use; {@code observed} is null if no request was made. */
        void end(AccountTicket ticket, QuotaObservation observed);
    }

    AccountTicket(Limiter limiter, PermitRequest request, long arrival, long deadline) {
        this.limiter = limiter;
        this.purpose = request.purpose();
        this.message = request.message();
        this.arrival = arrival;
        this.deadline = deadline;
    }

    /** Gives the permit to the caller; returns false if the caller no longer wants it. */
    boolean give() {
        return complete(this);
    }

    @Override
    public CompletionStage<Permit> permit() {
        return this;
    }

    @Override
    public boolean cancel() {
        return cancel(false);
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        boolean cancelled = super.cancel(mayInterruptIfRunning);
        if (cancelled) {
            limiter.leave(this);
        }
        return cancelled;
    }

    @Override
    public void completed(QuotaObservation observed) {
        limiter.end(this, Objects.requireNonNull(observed, "observed"));
    }

    @Override
    public void unused() {
        limiter.end(this, null);
    }
}
