/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.text;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SegmentsTest {

    @ParameterizedTest
    @CsvSource({
        // GSM: 160 alone, 153 joined
        "a, 1, 1",
        "a, 160, 1",
        "a, 161, 2",
        "a, 306, 2",
        "a, 307, 3",
        "a, 1600, 11",
        // extension: two septets each; 76 fit in 153, for the 77th would be cut
        "€, 80, 1",
        "€, 81, 2",
        "€, 152, 2",
        "€, 153, 3",
        // UCS-2: 70 alone, 67 joined
        "ç, 70, 1",
        "ç, 71, 2",
        "ç, 134, 2",
        "ç, 135, 3",
        // pairs: two units each; 33 fit in 67, for the 34th would be cut
        "😀, 35, 1",
        "😀, 36, 2",
        "😀, 66, 2",
        "😀, 67, 3",
        "😀, 1600, 49"
    })
    void countsWhatFits(String unit, int times, int segments) {
        assertThat(Segments.of(unit.repeat(times))).isEqualTo(segments);
    }

    @ParameterizedTest
    @CsvSource({"152, €, 153, 3", "151, €, 153, 2", "66, 😀, 66, 3", "65, 😀, 67, 2"})
    void neverCutsACharacterInTwo(int before, String wide, int after, int segments) {
        String filler = wide.equals("€") ? "a" : "ç";
        assertThat(Segments.of(filler.repeat(before) + wide + filler.repeat(after)))
                .isEqualTo(segments);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?",
                "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà",
                "\f^{}\\[~]|€"
            })
    void writesTheAlphabetInSeptets(String characters) {
        characters.chars().forEach(c -> assertThat(Segments.of("a".repeat(150) + (char) c))
                .isEqualTo(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ç", "`", "á", "’", "–", "\t", "\u001b", "\u0000", "\u00a0", "А", "中"})
    void writesAllElseInUcs2(String character) {
        assertThat(Segments.of("a".repeat(69) + character)).isEqualTo(1);
        assertThat(Segments.of("a".repeat(70) + character)).isEqualTo(2);
    }

    @Property
    void neverNeedsFewerSegmentsForMore(
            @ForAll @StringLength(max = 800) String text, @ForAll @IntRange(max = 50) int n) {
        assertThat(Segments.of(text + "a".repeat(n))).isGreaterThanOrEqualTo(Segments.of(text));
    }

    @Property
    void needsAsManyAsArithmeticSaysWhereNothingIsWide(
            @ForAll @CharRange(from = 'a', to = 'z') @StringLength(min = 161, max = 1600) String text) {
        assertThat(Segments.of(text)).isEqualTo((text.length() + 152) / 153);
    }
}
