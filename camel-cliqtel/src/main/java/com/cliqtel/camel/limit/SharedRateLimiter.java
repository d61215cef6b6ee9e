/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.limit;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;

/**
 * The limiter of an account whose quota several processes share: each permit is drawn from the {@link SharedQuota}, in the order,
 * with the priorities and with the deadlines of an {@link AccountRateLimiter}, which also learns from answers.
 *
 * <p>Without an answer from the shared quota within a second, it is out of reach: nothing goes out for a window, since others may
 * have used all of it just before; then this process keeps to its own part, {@link LimiterSettings#quotaShare}, and asks again every second. When
 * it is back, both rules hold for a window. So no two ways of sharing meet in one window of the server's, as long as the quota is
 * out of reach for all or for none: a process that alone cannot reach it uses its part on top of what the others draw.
 *
 * <p>Thread-safe.
 */
public final class SharedRateLimiter implements RateLimiter, AutoCloseable {

    private static final long A_SECOND = Duration.ofSeconds(1).toNanos();

    private final AccountRateLimiter limiter;

    /**
     * Opens a limiter.
     *
     * @param rates the account's limits; the share is what this process may use while the quota is out of reach, with three of
     *     them 1/3
     * @param quota what is shared
     * @param clock nanoseconds of a clock that never goes back; where it begins doesn't matter
     * @param alarm what wakes it; not closed with it
     */
    public SharedRateLimiter(LimiterSettings rates, SharedQuota quota, LongSupplier clock, WakeUpTimer alarm) {
        SharedPermitLimits.Patience patience = new SharedPermitLimits.Patience(A_SECOND, A_SECOND, alarm);
        this.limiter = new AccountRateLimiter(new SharedPermitLimits(rates, quota, patience), clock, alarm);
    }

    /** {@inheritDoc} Since it has to be drawn, no permit is ever at hand: a longest wait of zero is too short. */
    @Override
    public CompletableFuture<Permit> acquire(PermitRequest demand) {
        return limiter.acquire(demand);
    }

    /** Ends each wait, once, with {@link LimiterClosedException}. Permits taken stay good. */
    @Override
    public void close() {
        limiter.close();
    }

    @Override
    public Optional<LimiterUsage> usage() {
        return limiter.usage();
    }

    @Override
    public String toString() {
        return "Shared" + limiter;
    }
}
