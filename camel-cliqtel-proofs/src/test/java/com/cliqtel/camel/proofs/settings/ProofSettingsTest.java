/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.settings;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ProofSettingsTest {

    private static final String NAME = "setting-test.value";

    @AfterEach
    void forget() {
        System.clearProperty(NAME);
    }

    @Test
    void anUnsetPropertyHasItsDefault() {
        assertThat(ProofSettings.count(NAME, 10)).isEqualTo(10);
        assertThat(ProofSettings.minutes(NAME, 60)).isEqualTo(60);
    }

    @Test
    void aSetPropertyIsUsed() {
        System.setProperty(NAME, "7");
        assertThat(ProofSettings.count(NAME, 10)).isEqualTo(7);
        assertThat(ProofSettings.seed(NAME, 1)).isEqualTo(7);
        System.setProperty(NAME, "0.5");
        assertThat(ProofSettings.minutes(NAME, 60)).isEqualTo(0.5);
    }

    @Test
    void aPropertyOfTwoValuesHasOneOfThem() {
        assertThat(ProofSettings.isOther(NAME, "plain", "normalising")).isFalse();
        System.setProperty(NAME, "normalising");
        assertThat(ProofSettings.isOther(NAME, "plain", "normalising")).isTrue();
        System.setProperty(NAME, "plain");
        assertThat(ProofSettings.isOther(NAME, "plain", "normalising")).isFalse();
        System.setProperty(NAME, "normalizing");
        assertThatThrownBy(() -> ProofSettings.isOther(NAME, "plain", "normalising"))
                .hasMessage("-Dsetting-test.value=normalizing: plain or normalising was expected");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fast", "", "0", "-1", "1.5", "99999999999"})
    void rejectsAnInvalidCountByName(String said) {
        System.setProperty(NAME, said);
        assertThatThrownBy(() -> ProofSettings.count(NAME, 10))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("-D" + NAME + "=" + said + ": a ");
    }
}
