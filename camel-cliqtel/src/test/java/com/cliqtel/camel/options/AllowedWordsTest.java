/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.options;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class AllowedWordsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delivered,failed",
                "Delivered;FAILED",
                "delivered failed",
                " delivered ,, failed ,",
                "failed,delivered,Failed",
                "\tdelivered\nfailed"
            })
    void readsSeveralWords(String text) {
        assertThat(AllowedWords.STATUSES.several(text)).containsExactly("delivered", "failed");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  "})
    void readsNoTextAsNoWords(String text) {
        assertThat(AllowedWords.STATUSES.several(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";;", "delivred", "deliver\u00e9d", "delivered.failed", "DEL\u0130VERED", "null", "0"})
    void refusesOtherWords(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AllowedWords.STATUSES.several(text))
                .withMessageStartingWith("statuses has ")
                .withMessageEndingWith(": allowed are queued, sent, delivered, failed");
    }

    @Test
    void masksWhatMayBeANumber() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AllowedWords.STATUS.one("+31612345678"))
                .withMessageContaining("status is '********5678'");
    }
}
