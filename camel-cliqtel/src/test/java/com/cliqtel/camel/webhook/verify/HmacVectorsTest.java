/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.webhook.verify;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Signatures that another implementation computed, right ones and wrong ones; the file says how it was made. */
class HmacVectorsTest {

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "hmac-sha256.csv", useHeadersInDisplayName = false, numLinesToSkip = 1)
    void believesTheRightTagOnly(String what, String key, String message, String tag, String result) {
        String secret = new String(bytes(key), StandardCharsets.UTF_8);
        String signature = tag == null ? "" : tag;

        assertThat(new SignatureVerifier(List.of(secret)).signed(bytes(message), List.of(signature)))
                .isEqualTo(result.equals("valid"));
        assertThat(SignatureVerifier.sign(bytes(message), secret).equals(signature))
                .isEqualTo(result.equals("valid"));
    }

    /** An empty cell arrives as null. */
    private static byte[] bytes(String hex) {
        return hex == null ? new byte[0] : HexFormat.of().parseHex(hex);
    }
}
