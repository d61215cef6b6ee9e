/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.time;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

class SimulatedTimeTest {

    private static final Instant START = Instant.parse("2026-04-03T10:15:30Z");

    private final ManualTime time = SimulatedTime.manual(START);
    private final List<String> log = new ArrayList<>();

    @Test
    void standsStillUntilItIsMoved() {
        assertThat(time.now()).isEqualTo(START);
        time.advance(Duration.ofSeconds(5));
        assertThat(time.now()).isEqualTo(START.plusSeconds(5));
        assertThatThrownBy(() -> time.advance(Duration.ofNanos(-1))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void runsWhatFallsDueInOrderOnTheCallersThread() {
        at(3, "third");
        at(1, "first");
        at(2, "second, given first");
        at(2, "second, given second");
        at(6, "not yet");

        time.advance(Duration.ofSeconds(5));

        assertThat(log).containsExactly("1 first", "2 second, given first", "2 second, given second", "3 third");
        assertThat(time.now()).isEqualTo(START.plusSeconds(5));
    }

    @Test
    void runsWhatTasksAdd() {
        time.at(START.plusSeconds(1), () -> {
            at(2, "added");
            at(0, "late");
        });

        time.advance(Duration.ofSeconds(5));

        assertThat(log).containsExactly("1 late", "2 added");
    }

    @Test
    void runsWhatIsDueAlreadyAtTheNextStepOfZero() {
        at(0, "now");
        assertThat(log).isEmpty();

        time.advance(Duration.ZERO);

        assertThat(log).containsExactly("0 now");
    }

    @Test
    void neverGoesBackThoughATaskMovesIt() {
        time.at(START.plusSeconds(1), () -> time.advance(Duration.ofSeconds(10)));

        time.advance(Duration.ofSeconds(2));

        assertThat(time.now()).isEqualTo(START.plusSeconds(11));
    }

    @Test
    void passesByItself() {
        SimulatedTime real = SimulatedTime.real();
        List<String> ran = new CopyOnWriteArrayList<>();
        Instant start = real.now();
        real.at(start.minusSeconds(1), () -> ran.add("late"));
        real.at(start.plusMillis(20), () -> ran.add("first"));
        real.at(start.plusMillis(60), () -> ran.add("second"));

        await().until(() -> ran.size() == 3);

        assertThat(ran).containsExactly("late", "first", "second");
        assertThat(real.now()).isAfterOrEqualTo(start.plusMillis(60));
        assertThat(Duration.between(real.now(), Instant.now()).abs()).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void passesFasterWhenItIsScaled() {
        SimulatedTime fast = SimulatedTime.scaled(10_000);
        List<Instant> ran = new CopyOnWriteArrayList<>();
        Instant due = fast.now().plusSeconds(600);
        fast.at(due, () -> ran.add(fast.now()));

        await().atMost(Duration.ofSeconds(5)).until(() -> ran.size() == 1);

        assertThat(ran.get(0)).isAfterOrEqualTo(due.minusMillis(1));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesFactorsThatAreNone(double factor) {
        assertThatThrownBy(() -> SimulatedTime.scaled(factor)).isInstanceOf(IllegalArgumentException.class);
    }

    private void at(int second, String what) {
        time.at(
                START.plusSeconds(second),
                () -> log.add(Duration.between(START, time.now()).toSeconds() + " " + what));
    }
}
