/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.log;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BoundedLogTest {

    private final BoundedLog<String> log = new BoundedLog<>(3, 10, String::length, entry -> {});

    @Test
    void keepsTheNewest() {
        List.of("a", "b", "c", "d").forEach(this::add);

        assertThat(log.snapshot()).containsExactly("b", "c", "d");
    }

    @Test
    void dropsTheOldestWhenTextsAreLarge() {
        List.of("aaaa", "bbbb", "cccc").forEach(this::add);

        assertThat(log.snapshot()).containsExactly("bbbb", "cccc");
    }

    @Test
    void keepsAnEntryThatIsLargerThanAllowed() {
        add("a");
        add("b".repeat(11));
        assertThat(log.snapshot()).containsExactly("b".repeat(11));

        add("c");
        assertThat(log.snapshot()).containsExactly("c");
    }

    @Test
    void givesTheNewestByNumber() {
        List.of("a", "b", "c", "d", "e").forEach(this::add);

        assertThat(log.newest(Long.MAX_VALUE, 2)).containsExactly("e", "d");
        assertThat(log.newest(5, 2)).containsExactly("d", "c");
        assertThat(log.newest(4, 5)).containsExactly("c");
        assertThat(log.newest(3, 5)).isEmpty();
        assertThat(log.newest(-1, 5)).isEmpty();
    }

    @Test
    void findsByNumberWhatIsHeld() {
        List.of("a", "b", "c", "d").forEach(this::add);

        assertThat(log.find(1)).isEmpty();
        assertThat(log.find(2)).contains("b");
        assertThat(log.find(4)).contains("d");
        assertThat(log.find(5)).isEmpty();
        assertThat(log.count()).isEqualTo(4);
    }

    private void add(String entry) {
        log.add(number -> entry);
    }
}
