/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.log;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BoundedLogTest {

    private final BoundedLog<String> log = new BoundedLog<>(3, 10, String::length);

    @Test
    void keepsTheNewest() {
        List.of("a", "b", "c", "d").forEach(log::add);

        assertThat(log.snapshot()).containsExactly("b", "c", "d");
    }

    @Test
    void dropsTheOldestWhenTextsAreLarge() {
        List.of("aaaa", "bbbb", "cccc").forEach(log::add);

        assertThat(log.snapshot()).containsExactly("bbbb", "cccc");
    }

    @Test
    void keepsAnEntryThatIsLargerThanAllowed() {
        log.add("a");
        log.add("b".repeat(11));
        assertThat(log.snapshot()).containsExactly("b".repeat(11));

        log.add("c");
        assertThat(log.snapshot()).containsExactly("c");
    }
}
