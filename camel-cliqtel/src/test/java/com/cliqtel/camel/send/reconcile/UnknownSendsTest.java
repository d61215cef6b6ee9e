/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.send.reconcile;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Which idempotency keys are shown. */
class UnknownSendsTest {

    @ParameterizedTest
    @ValueSource(strings = {"order-7", "invoice 26/123", "f81d4fae-7dec-11d0-a765"})
    void anImpersonalKeyIsShown(String key) {
        assertThat(UnknownSends.shown(key)).isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+31612345678",
                "reminder for 06 1234 5678",
                "(06) 123-45.67 8",
                "a\nb",
                "caf\u00e9",
                "a key of more than eighty characters, which would make a line of a table too long to be read"
            })
    void aPersonalKeyIsShownAsAFingerprint(String key) {
        assertThat(UnknownSends.shown(key)).matches("sha256:[0-9a-f]{16}");
    }
}
