/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.limit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Acquires and completes permits. */
final class PermitRequests {

    private static final Duration LONG = Duration.ofDays(1);

    private PermitRequests() {}

    static PermitRequest call() {
        return call(LONG);
    }

    static PermitRequest call(Duration maxWait) {
        return new PermitRequest("account", Purpose.CALL, false, maxWait);
    }

    static PermitRequest send() {
        return new PermitRequest("account", Purpose.CALL, true, LONG);
    }

    static PermitRequest of(Purpose purpose) {
        return new PermitRequest("account", purpose, false, LONG);
    }

    static List<CompletableFuture<Permit>> take(AccountRateLimiter limiter, PermitRequest demand, int count) {
        List<CompletableFuture<Permit>> permits = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            permits.add(limiter.acquire(demand));
        }
        return permits;
    }

    static void complete(CompletableFuture<Permit> permit) {
        permit.join().completed(QuotaObservation.nothing());
    }

    static void complete(List<CompletableFuture<Permit>> permits) {
        permits.forEach(PermitRequests::complete);
    }

    /** Answers what was asked, as soon as it may be, all day long. */
    static void answerAtOnce(CompletableFuture<Permit> permit) {
        permit.thenAccept(taken -> taken.completed(QuotaObservation.nothing()));
    }

    static long done(List<CompletableFuture<Permit>> permits) {
        return permits.stream().filter(CompletableFuture::isDone).count();
    }

    /** Why there is none. */
    static Throwable refusal(CompletableFuture<Permit> refused) {
        return refused.handle((permit, why) -> why).getNow(null);
    }
}
