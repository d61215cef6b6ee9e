/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.soak;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OnceTest {

    private final Once<String> things = new Once<>();

    @Test
    void whatIsExpectedAndToldOnceIsKept() {
        things.told("a");
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
        things.told("a");
        things.told("a");
        assertThat(things.doubled()).isEqualTo(1);
        assertThat(things.isKept()).isFalse();
    }

    @Test
    void whatNobodyExpectsIsInvented() {
        things.told("a");
        assertThat(things.invented()).isEqualTo(1);
        assertThat(things.isKept()).isFalse();
    }
}
