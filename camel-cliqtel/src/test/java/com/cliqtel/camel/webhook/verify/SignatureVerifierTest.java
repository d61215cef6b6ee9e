/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.webhook.verify;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class SignatureVerifierTest {

    private static final byte[] CONTENT = "{\"a\":\"é\"}".getBytes(StandardCharsets.UTF_8);
    private static final String RIGHT = SignatureVerifier.sign(CONTENT, "current");
    private static final String WRONG = SignatureVerifier.sign(CONTENT, "stranger");

    private final SignatureVerifier verifier = new SignatureVerifier(List.of("current", "previous"));

    /** RFC 4231, section 4: the cases with a tag of 256 bits. */
    static Stream<Arguments> rfc4231() {
        return Stream.of(
                arguments(
                        1,
                        "0b".repeat(20),
                        hex("Hi There"),
                        "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"),
                arguments(
                        2,
                        hex("Jefe"),
                        hex("what do ya want for nothing?"),
                        "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"),
                arguments(
                        3,
                        "aa".repeat(20),
                        "dd".repeat(50),
                        "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe"),
                arguments(
                        4,
                        "0102030405060708090a0b0c0d0e0f10111213141516171819",
                        "cd".repeat(50),
                        "82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b"),
                arguments(
                        6,
                        "aa".repeat(131),
                        hex("Test Using Larger Than Block-Size Key - Hash Key First"),
                        "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"),
                arguments(
                        7,
                        "aa".repeat(131),
                        hex("This is a test using a larger than block-size key and a larger than block-size data."
                                + " The key needs to be hashed before being used by the HMAC algorithm."),
                        "9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2"));
    }

    @ParameterizedTest(name = "case {0}")
    @MethodSource("rfc4231")
    void computesWhatTheRfcSays(int testCase, String key, String data, String tag) {
        SecretKeySpec secret = new SecretKeySpec(HexFormat.of().parseHex(key), "HmacSHA256");
        assertThat(SignatureVerifier.hmac(HexFormat.of().parseHex(data), secret))
                .isEqualTo(HexFormat.of().parseHex(tag));
    }

    @Test
    void takesSecretsAsUtf8() {
        assertThat(SignatureVerifier.sign(TestRequest.REFERENCE.getBytes(StandardCharsets.UTF_8), TestRequest.SECRET))
                .as("computed by Node")
                .isEqualTo("c008084706e3f24b162b6aebac2c9f6a76dac11a8d8a1ea56e7d79f9d10567ba");
    }

    @Test
    void knowsTheCurrentSecretAndThePrevious() {
        assertThat(accepts(SignatureVerifier.sign(CONTENT, "current"))).isTrue();
        assertThat(accepts(SignatureVerifier.sign(CONTENT, "previous"))).isTrue();
        assertThat(accepts(SignatureVerifier.sign(CONTENT, "stranger"))).isFalse();
        assertThat(accepts(SignatureVerifier.sign(CONTENT, "current "))).isFalse();
    }

    static Stream<List<String>> rightInAnyForm() {
        String capitals = RIGHT.toUpperCase(Locale.ROOT);
        return Stream.of(
                List.of(RIGHT),
                List.of(capitals),
                List.of("sha256=" + RIGHT),
                List.of("sha256=" + capitals),
                List.of(" \t" + RIGHT + " "),
                List.of(" sha256=" + RIGHT + " "),
                List.of(RIGHT, RIGHT),
                List.of(WRONG, RIGHT),
                List.of(RIGHT, WRONG),
                List.of("", "nonsense", WRONG, RIGHT),
                List.of(RIGHT, "", "", ""),
                List.of(WRONG + "," + RIGHT),
                List.of(WRONG + " , sha256=" + RIGHT),
                List.of(WRONG + "," + WRONG, WRONG + "," + RIGHT));
    }

    @ParameterizedTest
    @MethodSource("rightInAnyForm")
    void acceptsARightSignatureInAnyOfItsForms(List<String> values) {
        assertThat(verifier.signed(CONTENT, values)).isTrue();
    }

    static Stream<List<String>> wrongInAnyForm() {
        return Stream.of(
                List.of(),
                List.of(""),
                List.of(" "),
                List.of(","),
                List.of("sha256="),
                List.of(WRONG),
                List.of(RIGHT.substring(1)),
                List.of(RIGHT.substring(0, 63)),
                List.of(RIGHT + "0"),
                List.of("0" + RIGHT),
                List.of(RIGHT + RIGHT),
                List.of(RIGHT.substring(0, 32), RIGHT.substring(32)),
                List.of(RIGHT.substring(0, 32) + " " + RIGHT.substring(32)),
                List.of(RIGHT.substring(0, 63) + "g"),
                List.of(RIGHT.substring(0, 62) + "0x"),
                List.of(RIGHT.substring(0, 63) + "\uff11"),
                List.of(RIGHT.substring(0, 63) + "\u0661"),
                List.of("0x" + RIGHT),
                List.of("SHA256=" + RIGHT),
                List.of("sha1=" + RIGHT),
                List.of("sha256=sha256=" + RIGHT),
                List.of("sha256= " + RIGHT),
                List.of('"' + RIGHT + '"'),
                List.of("0".repeat(64)),
                List.of(WRONG, WRONG, WRONG, WRONG, RIGHT),
                List.of(RIGHT, WRONG, WRONG, WRONG, WRONG),
                List.of(RIGHT + ",,,,"),
                List.of(RIGHT, ",,,"),
                List.of(RIGHT + ",".repeat(100_000)));
    }

    @ParameterizedTest
    @MethodSource("wrongInAnyForm")
    void refusesEverythingElse(List<String> values) {
        assertThat(verifier.signed(CONTENT, values)).isFalse();
    }

    @Test
    void refusesASignatureWithAnyBitFlipped() {
        for (int bit = 0; bit < 256; bit++) {
            byte[] signature = HexFormat.of().parseHex(RIGHT);
            signature[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(accepts(HexFormat.of().formatHex(signature)))
                    .as("bit %d", bit)
                    .isFalse();
        }
    }

    @Test
    void refusesContentWithAnyBitFlipped() {
        for (int bit = 0; bit < CONTENT.length * 8; bit++) {
            byte[] content = CONTENT.clone();
            content[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(verifier.signed(content, List.of(RIGHT)))
                    .as("bit %d", bit)
                    .isFalse();
        }
    }

    @Test
    void signsEmptyContentToo() {
        assertThat(verifier.signed(new byte[0], List.of(SignatureVerifier.sign(new byte[0], "previous"))))
                .isTrue();
        assertThat(verifier.signed(new byte[0], List.of("", "sha256="))).isFalse();
    }

    @Test
    void needsASecret() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SignatureVerifier(List.of()))
                .withMessageContaining("the one that Cliqtel signs webhooks with");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " "})
    void takesNoEmptySecret(String empty) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SignatureVerifier(Arrays.asList("current", empty)))
                .withMessageContaining("the one that Cliqtel signs webhooks with")
                .withMessageNotContaining("current");
        assertThatIllegalArgumentException().isThrownBy(() -> SignatureVerifier.sign(CONTENT, empty));
    }

    @Test
    void saysNothingOfItsSecrets() {
        assertThat(verifier.toString()).contains("secrets=2").doesNotContain("current", "previous");
    }

    private boolean accepts(String signature) {
        return verifier.signed(CONTENT, List.of(signature));
    }

    private static String hex(String ascii) {
        return HexFormat.of().formatHex(ascii.getBytes(StandardCharsets.US_ASCII));
    }
}
