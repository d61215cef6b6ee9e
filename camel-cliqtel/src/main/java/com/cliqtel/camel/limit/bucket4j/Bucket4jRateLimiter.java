/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.limit.bucket4j;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import com.cliqtel.camel.limit.LimiterSettings;
import com.cliqtel.camel.limit.LimiterUsage;
import com.cliqtel.camel.limit.Permit;
import com.cliqtel.camel.limit.PermitRequest;
import com.cliqtel.camel.limit.RateLimiter;
import com.cliqtel.camel.limit.SharedRateLimiter;
import com.cliqtel.camel.limit.WakeUpTimer;
import io.github.bucket4j.distributed.proxy.AsyncProxyManager;

/**
 * A rate limiter for all nodes of a cluster together, over Bucket4j: one quota, in whatever grid Bucket4j speaks to.
 *
 * <p>Uses at most 7/8 of the quota, in bursts of 5 (of 60): a token bucket that no window of the server's may find too full has to
 * leave room for its burst and for requests that arrive late. While the grid is out of reach, each node keeps to its own part; see
 * {@link SharedRateLimiter} for how it goes over and back.
 *
 * <pre>{@code
 * @BindToRegistry
 * RateLimiter rateLimiter = Bucket4jRateLimiter.over(
 *         Bucket4jHazelcast.<String>entryProcessorBasedBuilder(hazelcast.getMap("quota")).build().asAsync(),
 *         "cliqtel",
 *         new Rates(60, 10, 1.0 / 3));
 * }</pre>
 *
 * <p>Thread-safe.
 */
public final class Bucket4jRateLimiter implements RateLimiter, AutoCloseable {

    private final SharedRateLimiter limiter;

    private Bucket4jRateLimiter(SharedRateLimiter limiter) {
        this.limiter = limiter;
    }

    /**
     * Opens a limiter over a grid. It waits by the JDK's own timer, and needs no closing.
     *
     * @param grid where the buckets are; for keys that are no strings, {@link AsyncProxyManager#withMapper}
     * @param account a name for the account, the same on all nodes; not the API key, since grids show their keys
     * @param rates the whole account's limits, the same on all nodes; the share is what a node may use while the grid is out of
     *     reach: with three nodes, 1/3
     * @return a limiter
     */
    public static Bucket4jRateLimiter over(AsyncProxyManager<String> grid, String account, LimiterSettings rates) {
        Objects.requireNonNull(grid, "grid");
        Objects.requireNonNull(account, "account");
        BucketQuota quota = new BucketQuota(grid, account, rates);
        return new Bucket4jRateLimiter(new SharedRateLimiter(rates, quota, System::nanoTime, WakeUpTimer.ofTheJdk()));
    }

    @Override
    public CompletableFuture<Permit> acquire(PermitRequest demand) {
        return limiter.acquire(demand);
    }

    /** Ends each wait, once. The grid stays open. */
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
        return limiter.toString();
    }
}
