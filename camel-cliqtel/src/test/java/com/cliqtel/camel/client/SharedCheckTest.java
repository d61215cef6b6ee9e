/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.client;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Sharing and caching of a health check's result. */
class SharedCheckTest {

    private final AtomicLong nanos = new AtomicLong();
    private final List<CompletableFuture<String>> started = new ArrayList<>();
    private final SharedCheck<String> check = new SharedCheck<>(
            () -> {
                started.add(new CompletableFuture<>());
                return started.get(started.size() - 1);
            },
            Duration.ofSeconds(30),
            nanos::get);

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    @Test
    void callersDuringACheckShareItsResult() {
        var one = check.ask();
        var other = check.ask();
        assertThat(started).hasSize(1);
        assertThat(one).isNotDone();

        started.get(0).complete("yes");

        assertThat(one.join().answer()).isEqualTo("yes");
        assertThat(other.join().answer()).isEqualTo("yes");
    }

    @Test
    void resultIsCachedFromItsArrival() {
        check.ask();
        pass(Duration.ofSeconds(29));
        started.get(0).complete("yes");
        pass(Duration.ofSeconds(29));
        assertThat(check.ask().join().answer()).isEqualTo("yes");
        assertThat(started).hasSize(1);

        pass(Duration.ofSeconds(1));
        assertThat(check.ask()).isNotDone();
        assertThat(started).hasSize(2);
        assertThat(check.last().orElseThrow().answer()).isEqualTo("yes");
    }

    @Test
    void failureIsCachedLikeAResult() {
        check.ask();
        started.get(0).completeExceptionally(new IllegalStateException("no"));
        pass(Duration.ofSeconds(29));

        assertThat(check.ask().join().failure()).hasMessage("no");
        assertThat(started).hasSize(1);
        pass(Duration.ofSeconds(1));
        check.ask();
        assertThat(started).hasSize(2);
    }

    @Test
    void cancelledCallerDoesNotCancelTheOthers() {
        var cancelled = check.ask();
        cancelled.cancel(false);
        var other = check.ask();
        started.get(0).complete("yes");

        assertThat(other.join().answer()).isEqualTo("yes");
    }
}
