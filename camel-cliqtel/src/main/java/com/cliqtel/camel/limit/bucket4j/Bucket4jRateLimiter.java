/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.limit.bucket4j;

import java.util.Objects;
import java.util.Optional;

import com.cliqtel.camel.limit.LimiterSettings;
import com.cliqtel.camel.limit.LimiterUsage;
import com.cliqtel.camel.limit.PerAccountRateLimiter;
import com.cliqtel.camel.limit.PermitRequest;
import com.cliqtel.camel.limit.PermitTicket;
import com.cliqtel.camel.limit.RateLimiter;
import com.cliqtel.camel.limit.WakeUpTimer;
import io.github.bucket4j.distributed.proxy.AsyncProxyManager;

/**
 * A rate limiter for all nodes of a cluster together, over Bucket4j: one quota for each account, in any grid that Bucket4j
 * supports.
 *
 * <p>It uses at most 7/8 of the quota, in bursts of 5 (of 60). A token bucket must leave room for its burst and for requests that
 * arrive late, so that no window of the server has too many. While the grid is unavailable, each node uses its own part; see
 * {@link PerAccountRateLimiter#shared}.
 *
 * <pre>{@code
 * @BindToRegistry
 * RateLimiter rateLimiter = Bucket4jRateLimiter.over(
 *         Bucket4jHazelcast.<String>entryProcessorBasedBuilder(hazelcast.getMap("quota")).build().asAsync(),
 *         "cliqtel",
 *         new LimiterSettings(60, 10, 1.0 / 3));
 * }</pre>
 *
 * <p>Set the option {@code account}, so that the bucket's name doesn't change with the API key. Thread-safe.
 */
public final class Bucket4jRateLimiter implements RateLimiter, AutoCloseable {

    private final PerAccountRateLimiter limiter;

    private Bucket4jRateLimiter(PerAccountRateLimiter limiter) {
        this.limiter = limiter;
    }

    /**
     * Creates a limiter over a grid. It uses the JDK's timer and needs no closing.
     *
     * @param grid where the buckets are; for keys that are no strings, see {@link AsyncProxyManager#withMapper}
     * @param prefix the beginning of the buckets' keys, which continue with the account's name; the same on all nodes
     * @param settings the quota of each account, the same on all nodes. The share is what a node uses while the grid is
     *     unavailable: with three nodes, 1/3
     */
    public static Bucket4jRateLimiter over(AsyncProxyManager<String> grid, String prefix, LimiterSettings settings) {
        Objects.requireNonNull(grid, "grid");
        Objects.requireNonNull(prefix, "prefix");
        Objects.requireNonNull(settings, "settings");
        return new Bucket4jRateLimiter(PerAccountRateLimiter.shared(
                settings,
                account -> new BucketQuota(grid, prefix + ":" + account, settings),
                System::nanoTime,
                WakeUpTimer.ofTheJdk()));
    }

    @Override
    public PermitTicket acquire(PermitRequest request) {
        return limiter.acquire(request);
    }

    @Override
    public void accountEnded(String account) {
        limiter.accountEnded(account);
    }

    @Override
    public Optional<LimiterUsage> usage(String account) {
        return limiter.usage(account);
    }

    /** Ends each waiting ticket, and each later one. The grid stays open. */
    @Override
    public void close() {
        limiter.close();
    }

    @Override
    public String toString() {
        return limiter.toString();
    }
}
