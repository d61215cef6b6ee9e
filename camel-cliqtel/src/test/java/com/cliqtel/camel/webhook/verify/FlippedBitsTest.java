/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.webhook.verify;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;

import com.cliqtel.camel.wire.Json;
import com.cliqtel.camel.wire.StringifiedJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A valid report, and every bit of it flipped, one at a time: what was not signed is not believed. */
class FlippedBitsTest {

    private static final Verdict FORBIDDEN = new Verdict.Answered(HttpAnswer.FORBIDDEN);
    private static final int CASE = 5;

    /** As it is printed, as it is sent by programs, and with two right signatures, either of which would do. */
    static List<TestRequest> reports() {
        String compact = new String(
                StringifiedJson.of(TestRequest.REFERENCE.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
        TestRequest signedTwice = TestRequest.signed(TestRequest.REFERENCE)
                .plusSignature(
                        TestRequest.signedStringified(TestRequest.REFERENCE).signature());
        return List.of(signedTwice, TestRequest.signed(compact));
    }

    @ParameterizedTest
    @MethodSource("reports")
    void noBodyIsBelievedWithABitFlipped(TestRequest report) {
        for (SignedContent signedContent : SignedContent.values()) {
            WebhookReceiver receiver = TestReceivers.of(signedContent);
            assertThat(receiver.receive(report.request())).isInstanceOf(Verdict.Accepted.class);
            for (int bit = 0; bit < report.body().length * Byte.SIZE; bit++) {
                assertThat(receiver.receive(
                                report.withBody(flipped(report.body(), bit)).request()))
                        .as("%s, bit %d", signedContent, bit)
                        .isEqualTo(FORBIDDEN);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(SignedContent.class)
    void noSignatureIsBelievedWithABitFlipped(SignedContent signedContent) {
        WebhookReceiver receiver = TestReceivers.of(signedContent);
        TestRequest report = reports().get(1);
        byte[] signature = HexFormat.of().parseHex(report.signature());
        for (int bit = 0; bit < signature.length * Byte.SIZE; bit++) {
            String flipped = HexFormat.of().formatHex(flipped(signature, bit));
            assertThat(receiver.receive(report.withSignatures(flipped).request()))
                    .as("bit %d", bit)
                    .isEqualTo(FORBIDDEN);
        }
    }

    /** The bits of the header's text: the one that makes a small letter a capital leaves the signature the same. */
    @ParameterizedTest
    @EnumSource(SignedContent.class)
    void noTextOfASignatureIsBelievedWithABitFlippedButTheCaseOfALetter(SignedContent signedContent) {
        WebhookReceiver receiver = TestReceivers.of(signedContent);
        TestRequest report = reports().get(1);
        byte[] text = report.signature().getBytes(StandardCharsets.ISO_8859_1);
        int[] believed = IntStream.range(0, text.length * Byte.SIZE)
                .filter(bit -> receiver.receive(
                                report.withSignatures(new String(flipped(text, bit), StandardCharsets.ISO_8859_1))
                                        .request())
                        instanceof Verdict.Accepted)
                .toArray();
        int[] caseOfALetter = IntStream.range(0, text.length * Byte.SIZE)
                .filter(bit -> bit % Byte.SIZE == CASE && Character.isLetter(text[bit / Byte.SIZE]))
                .toArray();

        assertThat(believed).isNotEmpty().isEqualTo(caseOfALetter);
    }

    /** Where the sender signed another writing of the same JSON, some bits decide only how it is written. */
    @ParameterizedTest
    @EnumSource(names = {"AUTO", "STRINGIFIED"})
    void aBitThatChangesOnlyTheWritingChangesNothingThatIsRouted(SignedContent signedContent) {
        WebhookReceiver receiver = TestReceivers.of(signedContent);
        TestRequest report = TestRequest.signedStringified("{\"event\":\"sms.status_updated\",\t\"data\":\r{\"id\":42,"
                + "\"status\":\"delivered\",\"cost\":8E-3,\"note\":\"caf\\u00e9 1\\/2 \\u002f\"}}");
        byte[] signed = StringifiedJson.of(report.body());
        int believed = 0;
        for (int bit = 0; bit < report.body().length * Byte.SIZE; bit++) {
            byte[] body = flipped(report.body(), bit);
            if (receiver.receive(report.withBody(body).request()) instanceof Verdict.Accepted accepted) {
                believed++;
                assertThat(StringifiedJson.of(body)).as("bit %d", bit).isEqualTo(signed);
                assertThat(accepted.content().json()).as("bit %d", bit).isEqualTo(Json.read(signed));
            }
        }
        // tab and carriage return become each other, E becomes e, and two letters of escapes become capitals
        // none
        assertThat(believed).isEqualTo(5);
    }

    @Test
    void aFlipIsAFlip() {
        byte[] before = {0, 0};
        assertThat(flipped(before, 9)).isEqualTo(new byte[] {0, 2});
        assertThat(before).containsOnly(0);
    }

    private static byte[] flipped(byte[] bytes, int bit) {
        byte[] flipped = Arrays.copyOf(bytes, bytes.length);
        flipped[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
        return flipped;
    }
}
