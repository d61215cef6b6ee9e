/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.limit;

/** A permit of an {@link AccountRateLimiter}. */
final class TakenPermit implements Permit {

    final PermitRecord ticket;
    private final AccountRateLimiter limiter;

    /** Guarded by the limiter's lock. */
    boolean complete;

    TakenPermit(AccountRateLimiter limiter, PermitRecord ticket) {
        this.limiter = limiter;
        this.ticket = ticket;
    }

    @Override
    public void completed(QuotaObservation observed) {
        limiter.completed(this, observed);
    }

    @Override
    public void unused() {
        limiter.unused(this);
    }
}
