/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.soak;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OnceCounterTest {

    private final OnceCounter<String> things = new OnceCounter<>();

    @Test
    void whatIsExpectedAndToldOnceIsKept() {
        things.add("a");
        things.expect("a");
        assertThat(things.isKept()).isTrue();
    }

    @Test
    void whatIsNotToldIsMissing() {
        things.expect("a");
        assertThat(things.missing()).isEqualTo(1);
        assertThat(things.isKept()).isFalse();
    }

    @Test
    void whatIsToldTwiceIsDoubled() {
        things.expect("a");
        things.add("a");
        things.add("a");
        assertThat(things.doubled()).isEqualTo(1);
        assertThat(things.isKept()).isFalse();
    }

    @Test
    void whatIsNotExpectedIsUnexpected() {
        things.add("a");
        assertThat(things.unexpected()).isEqualTo(1);
        assertThat(things.isKept()).isFalse();
    }
}
