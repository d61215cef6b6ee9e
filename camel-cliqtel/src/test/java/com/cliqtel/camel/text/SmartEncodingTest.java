/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.text;

import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.cliqtel.camel.model.Encoding;
import com.cliqtel.camel.model.Estimate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class SmartEncodingTest {

    static Stream<Arguments> replacements() {
        return Stream.of(
                arguments("It’s “so”", "It's \"so\""),
                arguments("„so“ ‚so‘ «so» ‹so›", "\"so\" 'so' \"so\" 'so'"),
                arguments("6′ 2″", "6' 2\""),
                arguments("don´t don`t", "don't don't"),
                arguments("9–5 — no‑break ‐ −3", "9-5 - no-break - -3"),
                arguments("wait…", "wait..."),
                arguments("• milk", "- milk"),
                arguments("3×4", "3x4"),
                arguments("ﬁne oﬃce", "fine office"),
                arguments("＃１！", "#1!"),
                arguments("a\u00a0b\u202fc\u2009d\te", "a b c d e"),
                arguments("a\u2028b", "a\nb"),
                arguments("\ufeffhy\u00adphen\u200b", "hyphen"),
                arguments("\u202a+31\u202c", "+31"),
                arguments("cafe\u0301 A\u030angstro\u0308m sen\u0303or", "café Ångström señor"));
    }

    @ParameterizedTest
    @MethodSource("replacements")
    void replacesTypographyByWhatSaysTheSame(String text, String gsm) {
        assertThat(SmartEncoding.of(text)).isEqualTo(gsm);
        assertThat(Estimator.of(gsm).encoding()).isEqualTo(Encoding.GSM_7);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "plain",
                "“garçon”",
                "“Łódź”",
                "“привет”",
                "‘中’",
                "½ – 10²",
                "20 °C – 30",
                "“so” 😀",
                "👩‍💻 – x",
                "a\u200db “x”",
                "1\ufe0f\u20e3 – x",
                "e\u0301\u0323",
                "c\u0327a – va",
                "\u0301’",
                "\u202e’",
                "’\ud83d",
                "’\0"
            })
    void leavesATextAsItIsWhereThatIsNotEnough(String text) {
        assertThat(SmartEncoding.of(text)).isSameAs(text);
    }

    @Test
    void everyReplacementIsOfTheAlphabet() {
        assertThat(IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                        .mapToObj(GsmReplacements::equal)
                        .filter(equal -> equal != null && !ReferenceSegmenter.isGsm(equal)))
                .isEmpty();
    }

    @Test
    void nothingThatTheAlphabetHasIsReplaced() {
        assertThat(IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                        .filter(c -> ReferenceSegmenter.septets(c) > 0 && GsmReplacements.equal(c) != null))
                .isEmpty();
    }

    @Test
    void theJoinerOfEmojiIsNeverDropped() {
        assertThat(GsmReplacements.equal(0x200d)).isNull();
    }

    @Test
    void neverMakesItMoreSegments() {
        String oneOfUcs2 = "…".repeat(70);
        assertThat(SmartEncoding.of(oneOfUcs2)).isSameAs(oneOfUcs2);
        assertThat(SmartEncoding.of("…".repeat(53))).isEqualTo("...".repeat(53));
    }

    @Test
    void neverMakesTooLongWhatTheApiTakes() {
        String fits = "x".repeat(1599) + "…";
        assertThat(SmartEncoding.of(fits)).isSameAs(fits);
        assertThat(SmartEncoding.of(fits.substring(2)))
                .isEqualTo("x".repeat(1597) + "...")
                .hasSize(1600);
        assertThat(SmartEncoding.of("x" + fits)).isEqualTo("x".repeat(1600) + "...");
    }

    @Property
    @Domain(TextGenerator.class)
    void isAsManySegmentsOrFewerAndStillTaken(@ForAll String text) {
        Estimate before = Estimator.of(text);
        String smart = SmartEncoding.of(text);
        Estimate after = Estimator.of(smart);
        assertThat(after.segments()).isLessThanOrEqualTo(before.segments());
        assertThat(after.fits() || !before.fits()).isTrue();
        assertThat(smart.equals(text) || after.encoding() == Encoding.GSM_7).isTrue();
    }

    @Property
    @Domain(TextGenerator.class)
    void changesNothingThatIsGsmAlready(@ForAll String text) {
        if (ReferenceSegmenter.isGsm(text)) {
            assertThat(SmartEncoding.of(text)).isSameAs(text);
        }
    }

    @Property
    @Domain(TextGenerator.class)
    void doingItTwiceChangesNothingMore(@ForAll String text) {
        String once = SmartEncoding.of(text);
        assertThat(SmartEncoding.of(once)).isSameAs(once);
    }
}
