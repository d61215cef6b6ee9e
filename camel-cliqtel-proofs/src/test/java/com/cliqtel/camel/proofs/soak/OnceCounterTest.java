/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.soak;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OnceCounterTest {

    private final OnceCounter<String> things = new OnceCounter<>();

    @Test
    void countsAnExpectedEventAsCorrect() {
        things.add("a");
        things.expect("a");
        assertThat(things.isKept()).isTrue();
    }

    @Test
    void countsAnAbsentEventAsMissing() {
        things.expect("a");
        assertThat(things.missing()).isEqualTo(1);
        assertThat(things.isKept()).isFalse();
    }

    @Test
    void countsARepeatedEventAsADuplicate() {
        things.expect("a");
        things.add("a");
        things.add("a");
        assertThat(things.doubled()).isEqualTo(1);
        assertThat(things.isKept()).isFalse();
    }

    @Test
    void countsAnUnknownEventAsUnexpected() {
        things.add("a");
        assertThat(things.unexpected()).isEqualTo(1);
        assertThat(things.isKept()).isFalse();
    }
}
