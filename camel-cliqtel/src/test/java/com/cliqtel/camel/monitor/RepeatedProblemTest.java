/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.monitor;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RepeatedProblemTest {

    private final List<String> said = new ArrayList<>();
    private final List<Long> clock = new ArrayList<>(List.of(0L));
    private final RepeatedProblem trouble = new RepeatedProblem(() -> clock.get(0));

    private void after(int seconds) {
        clock.set(0, clock.get(0) + seconds * 1_000_000_000L);
    }

    private void again(int times) {
        for (int i = 0; i < times; i++) {
            trouble.occurred(count -> said.add("wrong " + count));
        }
    }

    private void well() {
        trouble.succeeded(count -> said.add("over after " + count));
    }

    @Test
    void theFirstIsSaidAtOnce() {
        again(1);
        assertThat(said).containsExactly("wrong 1");
    }

    @Test
    void aStormIsOneLineAMinuteWithHowMany() {
        again(1_000);
        after(60);
        again(1);
        assertThat(said).containsExactly("wrong 1", "wrong 1000");
    }

    @Test
    void itIsOverOnlyAfterAMinuteWithoutIt() {
        again(5);
        after(59);
        well();
        assertThat(said).containsExactly("wrong 1");
        after(2);
        well();
        well();
        assertThat(said).containsExactly("wrong 1", "over after 5");
    }

    @Test
    void whatNeverWentWrongIsNeverOver() {
        after(120);
        well();
        assertThat(said).isEmpty();
    }

    @Test
    void whatBeginsAgainIsCountedFromOne() {
        again(3);
        after(61);
        well();
        again(1);
        assertThat(said).containsExactly("wrong 1", "over after 3", "wrong 1");
    }
}
