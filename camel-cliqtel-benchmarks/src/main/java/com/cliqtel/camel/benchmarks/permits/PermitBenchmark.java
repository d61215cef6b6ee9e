/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.benchmarks.permits;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import com.cliqtel.camel.limit.LimiterSettings;
import com.cliqtel.camel.limit.PerAccountRateLimiter;
import com.cliqtel.camel.limit.Permit;
import com.cliqtel.camel.limit.PermitRequest;
import com.cliqtel.camel.limit.Purpose;
import com.cliqtel.camel.limit.QuotaObservation;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One permit for a send: requested, given at once and completed. */
public class PermitBenchmark {

    private static final PermitRequest SEND = new PermitRequest("account", Purpose.CALL, true, Duration.ofMinutes(2));

    /** An account's limits, and how fast its time passes, so that permits are always free though most are in use. */
    public enum Account {
        /** The limits of the API's reference. */
        USUAL(60, 10, Duration.ofMillis(300)),
        /** An account with which sixteen requests can be in flight at once. */
        LARGE(6_000, 100, Duration.ofMillis(6));

        private final int requestsPerMinute;
        private final int messagesPerSecond;
        private final long step;

        Account(int requestsPerMinute, int messagesPerSecond, Duration step) {
            this.requestsPerMinute = requestsPerMinute;
            this.messagesPerSecond = messagesPerSecond;
            this.step = step.toNanos();
        }
    }

    /** A limiter and its account. */
    @State(Scope.Benchmark)
    public static class Limited {

        /** Its account. */
        @Param
        public Account account;

        private PerAccountRateLimiter limiter;
        private QuotaObservation observed;
        // read within the limiter's lock only
        private long time;

        /** Creates the limiter. */
        @Setup
        public void open() {
            LimiterSettings rates = new LimiterSettings(account.requestsPerMinute, account.messagesPerSecond, 1.0);
            observed = new QuotaObservation(account.requestsPerMinute, account.requestsPerMinute, null);
            limiter = new PerAccountRateLimiter(rates, () -> time += account.step, (nanos, task) -> {
                throw new IllegalStateException("a request waits: nothing was measured");
            });
            // until an answer says what is left, requests leave one at a time
            limiter.acquire(SEND).permit().toCompletableFuture().join().completed(observed);
        }
    }

    /** Takes a permit and completes it. */
    @Benchmark
    @BenchmarkMode(Mode.AverageTime)
    @OutputTimeUnit(TimeUnit.NANOSECONDS)
    public void permit(Limited limited) {
        CompletableFuture<Permit> permit =
                limited.limiter.acquire(SEND).permit().toCompletableFuture();
        if (!permit.isDone()) {
            throw new IllegalStateException("no permit is free: nothing was measured");
        }
        permit.join().completed(limited.observed);
    }
}
