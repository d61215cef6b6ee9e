/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.client;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;

import com.cliqtel.camel.limit.LimiterUsage;
import com.cliqtel.camel.limit.Permit;
import com.cliqtel.camel.limit.PermitRequest;
import com.cliqtel.camel.limit.RateLimiter;

/**
 * A limiter of somebody else's that is not waited for when it forgets to end a wait: it then fails with
 * {@link TimeoutException}.
 */
public final class TimedRateLimiter implements RateLimiter {

    // a limiter ends the wait itself, and knows how much longer it would be: it gets a moment more for that
    private static final Duration FORGOTTEN = Duration.ofSeconds(1);

    private final RateLimiter limiter;
    private final TimedWaits waits;

    /** Watches over a limiter's waits, by an alarm for each; the account's own keeps time itself, and needs none. */
    public TimedRateLimiter(RateLimiter limiter, TimedWaits waits) {
        this.limiter = limiter;
        this.waits = waits;
    }

    @Override
    public CompletableFuture<Permit> acquire(PermitRequest demand) {
        CompletableFuture<Permit> permit = limiter.acquire(demand);
        return permit == null || permit.isDone()
                ? permit
                : waits.atMost(demand.maxWait().plus(FORGOTTEN), permit);
    }

    @Override
    public Optional<LimiterUsage> usage() {
        return limiter.usage();
    }

    @Override
    public String toString() {
        return limiter.toString();
    }
}
