/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.monitor;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RepeatedProblemTest {

    private final List<String> lines = new ArrayList<>();
    private final List<Long> clock = new ArrayList<>(List.of(0L));
    private final RepeatedProblem problem = new RepeatedProblem(() -> clock.get(0));

    private void after(int seconds) {
        clock.set(0, clock.get(0) + seconds * 1_000_000_000L);
    }

    private void again(int times) {
        for (int i = 0; i < times; i++) {
            problem.occurred(count -> lines.add("wrong " + count));
        }
    }

    private void well() {
        problem.succeeded(count -> lines.add("over after " + count));
    }

    @Test
    void logsTheFirstOccurrenceAtOnce() {
        again(1);
        assertThat(lines).containsExactly("wrong 1");
    }

    @Test
    void logsOneLineAMinuteWithTheNumber() {
        again(1_000);
        after(60);
        again(1);
        assertThat(lines).containsExactly("wrong 1", "wrong 1000");
    }

    @Test
    void endsAfterAMinuteWithoutAnOccurrence() {
        again(5);
        after(59);
        well();
        assertThat(lines).containsExactly("wrong 1");
        after(2);
        well();
        well();
        assertThat(lines).containsExactly("wrong 1", "over after 5");
    }

    @Test
    void logsNoEndWithoutAnOccurrence() {
        after(120);
        well();
        assertThat(lines).isEmpty();
    }

    @Test
    void countsANewProblemFromOne() {
        again(3);
        after(61);
        well();
        again(1);
        assertThat(lines).containsExactly("wrong 1", "over after 3", "wrong 1");
    }
}
