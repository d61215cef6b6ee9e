/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.webhook;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ForgeryTest {

    private static final Signature SIGNATURE = new Signature("secret");

    private static OutgoingWebhook genuine(String body) {
        return new OutgoingWebhook(42, "http://localhost/", body, signatureOf(body), null);
    }

    private static String signatureOf(String body) {
        return SIGNATURE.of(body.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @EnumSource
    void isNeverSignedCorrectly(Forgery forgery) {
        for (int i = 0; i < 100; i++) {
            OutgoingWebhook forged = forgery.of(genuine("{\"id\":" + i + ",\"status\":\"sent\"}"));
            assertThat(forged.signature()).isNotEqualTo(signatureOf(forged.body()));
            assertThat(forged.forgery()).isEqualTo(forgery);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"event\":\"sms.status_updated\",\"status\":\"sent\"} | {\"event\":\"sms.status_updated\",\"status\":\"delivered\"}",
                "{\"from\":\"sent\", \"status\": \"delivered\"}         | {\"from\":\"sent\", \"status\": \"failed\"}",
                "{\"status\":\"unheard-of\"}                            | {\"forged\":true,\"status\":\"unheard-of\"}",
                "{}                                                     | {\"forged\":true}",
                "[1]                                                    | {\"forged\":true}"
            })
    void sendsAnotherBodyUnderTheGenuineSignature(String body, String other) {
        OutgoingWebhook genuine = genuine(body);

        OutgoingWebhook forged = Forgery.OTHER_CONTENT.of(genuine);

        assertThat(forged.body()).isEqualTo(other);
        assertThat(forged.signature()).isEqualTo(genuine.signature());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n", "o", "p"})
    void differsInTheLastDigitOfASignatureAlone(String body) {
        OutgoingWebhook genuine = genuine(body);

        OutgoingWebhook forged = Forgery.WRONG_SIGNATURE.of(genuine);

        assertThat(forged.body()).isEqualTo(body);
        assertThat(forged.signature())
                .matches("[0-9a-f]{64}")
                .startsWith(genuine.signature().substring(0, 63))
                .isNotEqualTo(genuine.signature());
    }

    @Test
    void sendsNoSignatureAtAll() {
        assertThat(Forgery.UNSIGNED.of(genuine("x")).signature()).isEmpty();
    }
}
