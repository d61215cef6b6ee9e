/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.limit.bucket4j;

import java.util.concurrent.CompletableFuture;

import com.cliqtel.camel.limit.LimiterSettings;
import com.cliqtel.camel.limit.SharedQuota;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.distributed.AsyncBucketProxy;
import io.github.bucket4j.distributed.proxy.AsyncProxyManager;

/** The quota of one account as two buckets in a grid. A send draws from both of them. */
final class BucketQuota implements SharedQuota {

    /** A millisecond, which is the precision of the grids' clocks: Bucket4j may say 0 for a token that is nearly there. */
    private static final long SHORTEST_WAIT = 1_000_000;

    private static final CompletableFuture<Long> DRAWN = CompletableFuture.completedFuture(0L);

    /** The limit per minute; null for none. */
    private final AsyncBucketProxy requests;

    /** The limit per second; null for none. */
    private final AsyncBucketProxy messages;

    BucketQuota(AsyncProxyManager<String> grid, String account, LimiterSettings settings) {
        this.requests = settings.requestsPerMinute() == 0
                ? null
                : bucket(
                        grid,
                        account + ":requests",
                        WindowBucket.of(
                                settings.requestsPerMinute(),
                                settings.minute(),
                                settings.minute().length().dividedBy(15)));
        this.messages = settings.messagesPerSecond() == 0
                ? null
                : bucket(
                        grid,
                        account + ":messages",
                        WindowBucket.of(
                                settings.messagesPerSecond(),
                                settings.second(),
                                settings.second().length().dividedBy(4)));
    }

    private static AsyncBucketProxy bucket(AsyncProxyManager<String> grid, String account, WindowBucket bucket) {
        BucketConfiguration configuration = bucket.configuration();
        return grid.builder().build(bucket.key(account), () -> CompletableFuture.completedFuture(configuration));
    }

    @Override
    public CompletableFuture<Long> draw(boolean message) {
        if (!message) {
            return from(requests);
        }
        return from(messages).thenCompose(wait -> wait > 0 ? CompletableFuture.completedFuture(wait) : forMessage());
    }

    private CompletableFuture<Long> forMessage() {
        return from(requests).thenApply(wait -> {
            if (wait > 0 && messages != null) {
                messages.addTokens(1);
            }
            return wait;
        });
    }

    private static CompletableFuture<Long> from(AsyncBucketProxy bucket) {
        return bucket == null ? DRAWN : bucket.tryConsumeAndReturnRemaining(1).thenApply(BucketQuota::wait);
    }

    private static long wait(ConsumptionProbe probe) {
        return probe.isConsumed() ? 0 : Math.max(SHORTEST_WAIT, probe.getNanosToWaitForRefill());
    }
}
