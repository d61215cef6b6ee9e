/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.limit;

import java.util.concurrent.CompletableFuture;

/**
 * Somebody who waits for a permit, and his places in line and among the deadlines. The places are the limiter's, and guarded
 * by its lock.
 */
final class Waiter extends CompletableFuture<Permit> {

    final AccountRateLimiter limiter;
    final long arrival;
    final long deadline;

    /** The lane he stands in; null when he has left it. */
    WaiterQueue lane;

    Waiter before;
    Waiter after;
    int deadlineIndex;

    Waiter(AccountRateLimiter limiter, long arrival, long deadline) {
        this.limiter = limiter;
        this.arrival = arrival;
        this.deadline = deadline;
    }

    /** Brings the permit; false when he no longer wants it. */
    boolean grant(Permit permit) {
        return super.complete(permit);
    }

    /** Ends the wait without one. */
    void refuse(Exception why) {
        super.completeExceptionally(why);
    }

    @Override
    public boolean complete(Permit value) {
        return left(super.complete(value));
    }

    @Override
    public boolean completeExceptionally(Throwable why) {
        return left(super.completeExceptionally(why));
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        return left(super.cancel(mayInterruptIfRunning));
    }

    private boolean left(boolean justNow) {
        if (justNow) {
            limiter.leave(this);
        }
        return justNow;
    }
}
