/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.text;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.cliqtel.camel.model.Encoding;
import com.cliqtel.camel.model.Estimate;
import com.cliqtel.camel.model.NonGsmCharacter;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static com.cliqtel.camel.model.Encoding.GSM_7;
import static com.cliqtel.camel.model.Encoding.UCS_2;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

class EstimatorTest {

    /** A text, what it is on the air, and why. */
    record Row(String why, String text, Encoding encoding, int units, int segments) {
        @Override
        public String toString() {
            return why;
        }
    }

    // sources: [A] 3GPP TS 23.038, 6.2.1; [E] 6.2.1.1, escape and character are two septets; [U] 6.2.3, 16 bit each;
    // [1] TS 23.040, 9.2.3.24: 140 octets are 160 septets or 70 of 16 bit; [C] 9.2.3.24.1: 134 octets beside the header
    // are 153 septets or 67 of 16 bit, and no escape sequence nor UCS-2 character is cut in the middle
    static Stream<Row> knownTexts() {
        return Stream.of(
                gsm("empty: one message without text", "", 0, 1),
                gsm("[A] a word", "hello", 5, 1),
                gsm("[A] all 127 characters of the alphabet, one septet each, 127 <= 160", basic(), 127, 1),
                gsm("[E] ^ is ESC 14", "^", 2, 1),
                gsm("[E] { is ESC 28", "{", 2, 1),
                gsm("[E] } is ESC 29", "}", 2, 1),
                gsm("[E] \\ is ESC 2F", "\\", 2, 1),
                gsm("[E] [ is ESC 3C", "[", 2, 1),
                gsm("[E] ~ is ESC 3D", "~", 2, 1),
                gsm("[E] ] is ESC 3E", "]", 2, 1),
                gsm("[E] | is ESC 40", "|", 2, 1),
                gsm("[E] € is ESC 65", "€", 2, 1),
                gsm("[E] page break (form feed) is ESC 0A", "\f", 2, 1),
                gsm("[E] all ten of the extension table: 10 x 2", "\f^{}\\[~]|€", 20, 1),
                gsm("[A] line feed and carriage return are characters", "a\r\nb", 4, 1),
                gsm("[A] the Greek capitals that no Latin letter looks like", "ΔΦΓΛΩΠΨΣΘΞ", 10, 1),
                gsm("[A] capital C with cedilla is at 09", "Ç", 1, 1),
                gsm("[1] 160 septets are one", x(160), 160, 1),
                gsm("[C] 161 = 153 + 8", x(161), 161, 2),
                gsm("[C] 306 = 2 x 153", x(306), 306, 2),
                gsm("[C] 307 = 2 x 153 + 1", x(307), 307, 3),
                gsm("[C] 1600 = 10 x 153 + 70", x(1600), 1600, 11),
                gsm("[C] 1530 = 10 x 153", x(1530), 1530, 10),
                gsm("[E][1] 80 euros are 160 septets", "€".repeat(80), 160, 1),
                gsm("[E][C] 81 euros are 162: 76 and 5, as 153 is odd", "€".repeat(81), 162, 2),
                gsm("[E][C] 152 euros are 304: 76 and 76", "€".repeat(152), 304, 2),
                gsm("[E][C] 153 euros are 306 but three, 76 + 76 + 1", "€".repeat(153), 306, 3),
                gsm("[E][1] 158 and a euro: 160", x(158) + "€", 160, 1),
                gsm("[E][C] 159 and a euro: 161, the second at septets 160 and 161", x(159) + "€", 161, 2),
                gsm("[E][C] a euro at septets 152 and 153 is in the first: 153 + 153", x(151) + "€" + x(153), 306, 2),
                gsm(
                        "[E][C] a euro at 153 and 154 goes to the second: 152 + (2 + 152), three",
                        x(152) + "€" + x(152),
                        306,
                        3),
                gsm("[E][C] a euro at 153 and 154 where there is room: 152 + (2 + 151)", x(152) + "€" + x(151), 305, 2),
                ucs("[A] ESC announces a character and is none", "\u001b", 1, 1),
                ucs("[A] tab is not in the alphabet", "a\tb", 3, 1),
                ucs("[A] backtick is not in the alphabet", "`", 1, 1),
                ucs("[A] small c with cedilla is not in the alphabet", "garçon", 6, 1),
                ucs("[A] small Greek is not in the alphabet", "ω", 1, 1),
                ucs("[U] a typographic apostrophe", "It’s", 4, 1),
                ucs("[U] typographic quotes around 68: 70", "“" + x(68) + "”", 70, 1),
                ucs("[U][C] typographic quotes around 69: 71 = 67 + 4", "“" + x(69) + "”", 71, 2),
                ucs("[U][C] one dash makes three of what was one: 160 = 67 + 67 + 26", x(159) + "–", 160, 3),
                ucs("[U] an extension character is one UTF-16 unit", "€中", 2, 1),
                ucs("[U][1] 70 are one", "中".repeat(70), 70, 1),
                ucs("[U][C] 71 = 67 + 4", "中".repeat(71), 71, 2),
                ucs("[U][C] 134 = 2 x 67", "中".repeat(134), 134, 2),
                ucs("[U][C] 135 = 2 x 67 + 1", "中".repeat(135), 135, 3),
                ucs("[U][C] 1600 = 23 x 67 + 59", "中".repeat(1600), 1600, 24),
                ucs("[U] an emoji is a surrogate pair", "😀", 2, 1),
                ucs("[U][1] 35 emoji are 70", "😀".repeat(35), 70, 1),
                ucs("[U][C] 36 emoji are 72: 33 and 3, as 67 is odd", "😀".repeat(36), 72, 2),
                ucs("[U][C] 66 emoji are 132: 33 and 33", "😀".repeat(66), 132, 2),
                ucs("[U][C] 67 emoji are 134 but three, 33 + 33 + 1", "😀".repeat(67), 134, 3),
                ucs("[U][C] a pair at units 66 and 67 is in the first: 67 + 67", x(65) + "😀" + x(67), 134, 2),
                ucs(
                        "[U][C] a pair at 67 and 68 goes to the second: 66 + (2 + 66), three",
                        x(66) + "😀" + x(66),
                        134,
                        3),
                ucs("[U] a family: 4 pairs and 3 joiners", "👩‍👩‍👧‍👦", 11, 1),
                ucs("[U][C] 7 families are 77", "👩‍👩‍👧‍👦".repeat(7), 77, 2),
                ucs("[U] a flag is two pairs", "🇳🇱", 4, 1),
                ucs("[U][C] 18 flags are 72: 16 and a half, and the rest", "🇳🇱".repeat(18), 72, 2),
                ucs("[U] a thumb and its tone: two pairs", "👍🏽", 4, 1),
                ucs("[U] a keycap: digit, variation selector, keycap", "1\ufe0f\u20e3", 3, 1),
                ucs("[U] a letter and a combining accent", "e\u0301", 2, 1),
                ucs("[U] half a surrogate pair is one unit", "\ud83d", 1, 1),
                ucs("[A] NUL is not in the alphabet: @ is at 00", "\0", 1, 1));
    }

    private static Row gsm(String why, String text, int septets, int segments) {
        return new Row(why, text, GSM_7, septets, segments);
    }

    private static Row ucs(String why, String text, int units, int segments) {
        return new Row(why, text, UCS_2, units, segments);
    }

    private static String x(int times) {
        return "x".repeat(times);
    }

    private static String basic() {
        int[] characters = Arrays.stream(ReferenceSegmenter.BASIC)
                .filter(c -> c != ReferenceSegmenter.ESCAPE)
                .toArray();
        return new String(characters, 0, characters.length);
    }

    @ParameterizedTest
    @MethodSource("knownTexts")
    void reckonsWhatTheStandardSays(Row row) {
        Estimate estimate = Estimator.of(row.text());
        assertThat(estimate.encoding()).isEqualTo(row.encoding());
        assertThat(estimate.units()).isEqualTo(row.units());
        assertThat(estimate.segments()).isEqualTo(row.segments());
    }

    @Test
    void everyCodePointOfUnicodeIsCountedAsTheStandardsTablesHaveIt() {
        assertThat(IntStream.rangeClosed(0, Character.MAX_CODE_POINT).filter(codePoint -> {
                    Estimate estimate = Estimator.of(Character.toString(codePoint));
                    int septets = ReferenceSegmenter.septets(codePoint);
                    return septets > 0
                            ? estimate.encoding() != GSM_7 || estimate.units() != septets
                            : estimate.encoding() != UCS_2 || estimate.units() != Character.charCount(codePoint);
                }))
                .isEmpty();
    }

    @Property
    @Domain(TextGenerator.class)
    void agreesWithASegmenterThatReallyCuts(@ForAll String text) {
        Estimate estimate = Estimator.of(text);
        assertThat(estimate.encoding()).isEqualTo(ReferenceSegmenter.isGsm(text) ? GSM_7 : UCS_2);
        assertThat(estimate.units()).isEqualTo(ReferenceSegmenter.units(text));
        assertThat(estimate.segments())
                .isEqualTo(ReferenceSegmenter.segments(text).size());
        assertThat(estimate.characters()).isEqualTo(text.codePoints().count());
        assertThat(estimate.utf16Units()).isEqualTo(text.length());
    }

    @ParameterizedTest
    @ValueSource(strings = {"€", "😀", "€€", "😀😀"})
    void agreesWithItAtEverySeam(String wide) {
        for (int before = 60; before <= 160; before++) {
            for (int after = 60; after <= 160; after++) {
                String text = x(before) + wide + x(after);
                assertThat(Estimator.of(text).segments())
                        .as("%d, wide, %d", before, after)
                        .isEqualTo(ReferenceSegmenter.segments(text).size());
            }
        }
    }

    @Property
    @Domain(TextGenerator.class)
    void listsJustWhatForcedUcs2InItsPlace(@ForAll String text) {
        int[] characters = text.codePoints().toArray();
        int[] forced = IntStream.range(0, characters.length)
                .filter(i -> ReferenceSegmenter.septets(characters[i]) == 0)
                .toArray();
        Estimate estimate = Estimator.of(text);
        assertThat(estimate.forcedByTotal()).isEqualTo(forced.length);
        assertThat(estimate.forcedBy().stream().map(NonGsmCharacter::position))
                .containsExactlyElementsOf(
                        IntStream.of(forced).limit(Estimate.LISTED).boxed().toList());
        assertThat(estimate.forcedBy()).allSatisfy(character -> assertThat(character.codePoint())
                .isEqualTo(String.format("U+%04X", characters[character.position()])));
    }

    @Test
    void namesCharactersByCodePointAndPlacesThemInCodePoints() {
        assertThat(Estimator.of("😀 It’s").forcedBy())
                .containsExactly(new NonGsmCharacter("😀", "U+1F600", 0), new NonGsmCharacter("’", "U+2019", 4));
        assertThat(Estimator.of("\ud83d").forcedBy()).containsExactly(new NonGsmCharacter("\ufffd", "U+D83D", 0));
    }

    @Test
    void aLargeTextMakesNoLargeEstimate() {
        Estimate estimate = Estimator.of("中".repeat(1_000_000));
        assertThat(estimate.forcedBy()).hasSize(100);
        assertThat(estimate.forcedByTotal()).isEqualTo(1_000_000);
        assertThat(estimate.segments()).isEqualTo(14_926);
        assertThat(estimate.fits()).isFalse();
    }

    @Test
    void fitsIsWhatTheApiTakes() {
        assertThat(List.of(x(1600), "😀".repeat(1600), " x"))
                .allMatch(text -> Estimator.of(text).fits());
        assertThat(List.of("", " ", x(1601), "a\0", "\ud83d", "\ude00\ud83d"))
                .noneMatch(text -> Estimator.of(text).fits());
    }

    @Test
    void noTextIsAMistakeOfTheCaller() {
        assertThatNullPointerException().isThrownBy(() -> Estimator.of(null));
    }
}
