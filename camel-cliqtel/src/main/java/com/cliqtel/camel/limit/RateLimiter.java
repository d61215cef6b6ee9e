/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.limit;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Gives permits to call Cliqtel. The permits of one quota, which is an account's, come from one limiter.
 *
 * <p>Thread-safe.
 */
@FunctionalInterface
public interface RateLimiter {

    /**
     * Asks for a permit for one request. Returns at once, never throws and never blocks.
     *
     * <p>The future is completed already when a permit is at hand. It fails with {@link NoPermitException} at once when the
     * wait would be longer than {@code maxWait}, and when {@code maxWait} has passed; with {@link LimiterClosedException}
     * when the limiter is closed. Whoever no longer wants the permit cancels or completes the future himself, and none is
     * used then.
     *
     * <p>What hangs on the future runs on the thread that brought the permit, which brings the others theirs: go on on
     * a pool of your own.
     *
     * @param demand what the permit is for, and how long it may take
     * @return the permit, whose {@link Permit#completed} is to be called exactly once
     */
    CompletableFuture<Permit> acquire(PermitRequest demand);

    /**
     * What it has given out, for people to look at.
     *
     * @return empty where it doesn't tell
     */
    default Optional<LimiterUsage> usage() {
        return Optional.empty();
    }
}
