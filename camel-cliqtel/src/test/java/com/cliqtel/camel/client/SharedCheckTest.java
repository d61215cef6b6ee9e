/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.client;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** How often a probe asks. */
class SharedCheckTest {

    private final AtomicLong nanos = new AtomicLong();
    private final List<CompletableFuture<String>> asked = new ArrayList<>();
    private final SharedCheck<String> probe = new SharedCheck<>(
            () -> {
                asked.add(new CompletableFuture<>());
                return asked.get(asked.size() - 1);
            },
            Duration.ofSeconds(30),
            nanos::get);

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    @Test
    void requestsDuringACheckShareItsAnswer() {
        var one = probe.ask();
        var other = probe.ask();
        assertThat(asked).hasSize(1);
        assertThat(one).isNotDone();

        asked.get(0).complete("yes");

        assertThat(one.join().answer()).isEqualTo("yes");
        assertThat(other.join().answer()).isEqualTo("yes");
    }

    @Test
    void anAnswerIsGoodFromWhenItCame() {
        probe.ask();
        pass(Duration.ofSeconds(29));
        asked.get(0).complete("yes");
        pass(Duration.ofSeconds(29));
        assertThat(probe.ask().join().answer()).isEqualTo("yes");
        assertThat(asked).hasSize(1);

        pass(Duration.ofSeconds(1));
        assertThat(probe.ask()).isNotDone();
        assertThat(asked).hasSize(2);
        assertThat(probe.last().orElseThrow().answer()).isEqualTo("yes");
    }

    @Test
    void aFailureIsGoodAsLong() {
        probe.ask();
        asked.get(0).completeExceptionally(new IllegalStateException("no"));
        pass(Duration.ofSeconds(29));

        assertThat(probe.ask().join().failure()).hasMessage("no");
        assertThat(asked).hasSize(1);
        pass(Duration.ofSeconds(1));
        probe.ask();
        assertThat(asked).hasSize(2);
    }

    @Test
    void aCancelledWaitTakesNothingFromTheOthers() {
        var impatient = probe.ask();
        impatient.cancel(false);
        var other = probe.ask();
        asked.get(0).complete("yes");

        assertThat(other.join().answer()).isEqualTo("yes");
    }
}
