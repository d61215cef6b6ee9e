/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.limit.bucket4j;

import java.util.concurrent.CompletableFuture;

import com.cliqtel.camel.limit.LimiterSettings;
import com.cliqtel.camel.limit.SharedQuota;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.distributed.AsyncBucketProxy;
import io.github.bucket4j.distributed.proxy.AsyncProxyManager;

/** Draws from two buckets in a grid: a send takes from that of the second too. */
final class BucketQuota implements SharedQuota {

    /** A millisecond, as the clocks of grids count: Bucket4j may say 0 for a token that is nearly there. */
    private static final long A_MOMENT = 1_000_000;

    private static final CompletableFuture<Long> DRAWN = CompletableFuture.completedFuture(0L);

    /** Null when there is no limit. */
    private final AsyncBucketProxy requests;

    /** Null when there is no limit. */
    private final AsyncBucketProxy messages;

    BucketQuota(AsyncProxyManager<String> grid, String account, LimiterSettings rates) {
        this.requests = rates.requestsPerMinute() == 0
                ? null
                : bucket(
                        grid,
                        account + ":requests",
                        WindowBucket.of(
                                rates.requestsPerMinute(),
                                rates.minute(),
                                rates.minute().length().dividedBy(15)));
        this.messages = rates.messagesPerSecond() == 0
                ? null
                : bucket(
                        grid,
                        account + ":messages",
                        WindowBucket.of(
                                rates.messagesPerSecond(),
                                rates.second(),
                                rates.second().length().dividedBy(4)));
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
        return probe.isConsumed() ? 0 : Math.max(A_MOMENT, probe.getNanosToWaitForRefill());
    }
}
