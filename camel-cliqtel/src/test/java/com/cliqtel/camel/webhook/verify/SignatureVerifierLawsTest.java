/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.webhook.verify;

import java.util.Arrays;
import java.util.List;

import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;

import static org.assertj.core.api.Assertions.assertThat;

class SignatureVerifierLawsTest {

    @Property
    void isRightForTheSameContentOnly(@ForAll byte[] content, @ForAll byte[] other) {
        SignatureVerifier verifier = new SignatureVerifier(List.of("secret"));
        List<String> signature = List.of(SignatureVerifier.sign(content, "secret"));

        assertThat(verifier.signed(content, signature)).isTrue();
        assertThat(verifier.signed(other, signature)).isEqualTo(Arrays.equals(content, other));
    }

    @Property
    void isRightForTheSameSecretOnly(
            @ForAll @AlphaChars @NotEmpty String secret, @ForAll @AlphaChars @NotEmpty String other) {
        byte[] content = {1, 2, 3};
        List<String> signature = List.of(SignatureVerifier.sign(content, secret));

        assertThat(new SignatureVerifier(List.of(secret)).signed(content, signature))
                .isTrue();
        assertThat(new SignatureVerifier(List.of(other)).signed(content, signature))
                .isEqualTo(secret.equals(other));
    }

    @Property
    void anySignatureOfAnotherLengthIsRefused(@ForAll byte[] content, @ForAll @IntRange(max = 200) int length) {
        Assume.that(length != 64);
        String signature = SignatureVerifier.sign(content, "secret").repeat(4).substring(0, length);
        assertThat(new SignatureVerifier(List.of("secret")).signed(content, List.of(signature)))
                .isFalse();
    }
}
