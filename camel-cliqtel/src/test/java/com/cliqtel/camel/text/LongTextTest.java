/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class LongTextTest {

    private static final PartLimit ONE = new PartLimit(1);

    @Test
    void whatFitsIsOnePart() {
        assertThat(LongText.split("hello world ", PartLimit.API)).containsExactly("hello world ");
        assertThat(LongText.split("x".repeat(1600), PartLimit.API)).hasSize(1);
        assertThat(LongText.split("😀".repeat(1600), PartLimit.API)).hasSize(1);
        assertThat(LongText.split("x".repeat(160), ONE)).hasSize(1);
        assertThat(LongText.split("中".repeat(70), ONE)).hasSize(1);
        assertThat(LongText.split("x".repeat(306), new PartLimit(2))).hasSize(1);
    }

    @Test
    void anEmptyTextHasNoParts() {
        assertThat(LongText.split("", ONE)).isEmpty();
    }

    @Test
    void cutsAtWordEndsAndDropsTheBlanksThere() {
        String words = "word ".repeat(64);
        String part = "word ".repeat(32).trim();
        assertThat(LongText.split(words, ONE)).containsExactly(part, part);
        assertThat(LongText.split("x" + words, ONE)).containsExactly("x" + part, part);
        assertThat(LongText.split("x".repeat(100) + "\n\n  " + "x".repeat(100), ONE))
                .containsExactly("x".repeat(100), "x".repeat(100));
    }

    @Test
    void aWordThatEndsWithThePartStaysInIt() {
        assertThat(LongText.split("one " + "x".repeat(156) + " two", ONE))
                .containsExactly("one " + "x".repeat(156), "two");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {" ", "\n", "\r\n", "\t", "\u00a0", "\u3000", "\u2028", "\u200b", "\ufeff", "\u0085", "\u001f"})
    void blanksAtTheEndsOfATooLongTextMakeNoPart(String blank) {
        String letters = "x".repeat(1590);
        String blanks = blank.repeat(60);
        assertThat(LongText.split(letters + blanks, PartLimit.API)).containsExactly(letters);
        assertThat(LongText.split(blanks + letters, PartLimit.API)).containsExactly(letters);
        assertThat(LongText.split(letters + blanks + "end", PartLimit.API)).containsExactly(letters, "end");
        assertThat(LongText.split(blank.repeat(5000), PartLimit.API)).isEmpty();
    }

    @Test
    void aTextThatFitsKeepsItsBlanks() {
        assertThat(LongText.split("  hello \n", ONE)).containsExactly("  hello \n");
    }

    @Test
    void aBlankThatMayNotBreakDoesNot() {
        String price = "5\u00a0€" + "x".repeat(80);
        assertThat(LongText.split(price, ONE)).containsExactly(price.substring(0, 70), price.substring(70));
    }

    @Test
    void aWordLongerThanAPartIsCutWhereThePartEnds() {
        assertThat(LongText.split("x".repeat(1601), PartLimit.API)).containsExactly("x".repeat(1600), "x");
        assertThat(LongText.split("x".repeat(159) + "€", ONE)).containsExactly("x".repeat(159), "€");
    }

    @Test
    void eachPartIsCountedInTheEncodingItNeedsByItself() {
        String gsm = "word ".repeat(32);
        assertThat(LongText.split(gsm + "中".repeat(70), ONE)).containsExactly(gsm.trim(), "中".repeat(70));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "👩‍👩‍👧‍👦",
                "👍🏽",
                "🇳🇱",
                "e\u0323\u0301",
                "1\ufe0f\u20e3",
                "\r\n",
                "\u1112\u1161\u11ab",
                "😀"
            })
    void neverCutsWhatAReaderSeesAsOne(String cluster) {
        for (int before = 55; before <= 70; before++) {
            String text = "中".repeat(before) + cluster.repeat(3);
            int at = before;
            assertThat(cuts(text, LongText.split(text, ONE)))
                    .allSatisfy(cut -> assertThat(cut < at || (cut - at) % cluster.length() == 0)
                            .isTrue());
        }
    }

    @Test
    void whatAReaderSeesAsOneIsCutWhereItIsLargerThanAPart() {
        String zalgo = "e" + "\u0301".repeat(100);
        assertThat(LongText.split(zalgo, ONE)).containsExactly(zalgo.substring(0, 70), zalgo.substring(70));
    }

    @Test
    void halfSurrogatePairsAreNoReasonToStop() {
        String halves = "\ude00\ud83d".repeat(500);
        assertThat(String.join("", LongText.split(halves, ONE))).isEqualTo(halves);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "\u0301", "🇳", "\u200d", "\ud83d", "😀 "})
    void aHugeTextIsRefusedWithoutBeingRead(String piece) {
        String huge = piece.repeat(1_000_000);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LongText.split(huge, PartLimit.API))
                .withMessageContaining("100 parts of at most 1600 characters")
                .withMessageContaining(huge.length() + " UTF-16 units");
    }

    @Test
    void aHundredPartsAreTakenAndNoMore() {
        assertThat(LongText.split("x".repeat(16_000), ONE)).hasSize(100);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LongText.split("canary " + "x".repeat(16_000), ONE))
                .withMessageContaining("1600 characters and 1 segment")
                .satisfies(refused -> assertThat(refused.getMessage()).doesNotContain("canary"));
    }

    @Test
    void aNegativeLimitIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PartLimit(-1))
                .withMessageContaining("maxSegments is -1");
    }

    @Property
    @Domain(TextGenerator.class)
    @Domain(DomainContext.Global.class)
    void partsHoldAllOfTheTextButBlanksAtCutsAndNoneIsEmptyOrBeyondTheLimit(
            @ForAll String text, @ForAll @IntRange(min = 0, max = 4) int maxSegments) {
        List<String> parts = LongText.split(text, new PartLimit(maxSegments));
        assertThat(withoutBlanks(String.join("", parts))).isEqualTo(withoutBlanks(text));
        positions(text, parts);
        if (parts.size() > 1) {
            assertThat(parts).allSatisfy(part -> {
                assertThat(part.strip()).isEqualTo(part);
                assertThat(part.trim()).isEqualTo(part);
            });
        }
        assertThat(parts).allSatisfy(part -> {
            assertThat(part).isNotEmpty();
            assertThat(part.codePoints().count()).isLessThanOrEqualTo(1600);
            if (maxSegments > 0) {
                assertThat(ReferenceSegmenter.segments(part)).hasSizeLessThanOrEqualTo(maxSegments);
            }
        });
    }

    @Property
    @Domain(TextGenerator.class)
    void neverCutsASurrogatePair(@ForAll String text) {
        assertThat(cuts(text, LongText.split(text, ONE)))
                .noneMatch(cut -> Character.isSurrogatePair(text.charAt(cut - 1), text.charAt(cut)));
    }

    @Property
    @Domain(TextGenerator.class)
    void cutsBetweenWhatAReaderSees(@ForAll String text) {
        Set<Integer> boundaries = new TreeSet<>();
        Matcher clusters = Pattern.compile("\\X").matcher(text);
        while (clusters.find()) {
            Assume.that(clusters.group().length() <= 60);
            boundaries.add(clusters.end());
        }
        // before a blank a word ends, also where Unicode's rules join them
        assertThat(cuts(text, LongText.split(text, ONE)))
                .allMatch(cut -> boundaries.contains(cut) || MessageText.isBlank(text.codePointAt(cut)));
    }

    @Property
    void cutsNoEarlierThanItMust(
            @ForAll("words") List<String> words, @ForAll @IntRange(min = 1, max = 3) int maxSegments) {
        String text = String.join(" ", words);
        List<String> parts = LongText.split(text, new PartLimit(maxSegments));
        for (int i = 0; i + 1 < parts.size(); i++) {
            String next = parts.get(i + 1);
            int blank = next.indexOf(' ');
            String withNextWord = parts.get(i) + " " + (blank < 0 ? next : next.substring(0, blank));
            assertThat(ReferenceSegmenter.segments(withNextWord)).hasSizeGreaterThan(maxSegments);
        }
    }

    @Provide
    Arbitrary<List<String>> words() {
        return Arbitraries.frequencyOf(
                        Tuple.of(
                                20, Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(15)),
                        Tuple.of(1, Arbitraries.of("中文", "😀", "€", "x".repeat(200))))
                .list()
                .ofMinSize(1)
                .ofMaxSize(200);
    }

    private static String withoutBlanks(String text) {
        return text.codePoints()
                .filter(c -> !MessageText.isBlank(c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Where each part begins in the text; between two parts there are blanks only. */
    private static List<Integer> positions(String text, List<String> parts) {
        List<Integer> begins = new ArrayList<>();
        int from = 0;
        for (String part : parts) {
            int begin = text.indexOf(part, from);
            assertThat(text.substring(from, begin).codePoints()).allMatch(MessageText::isBlank);
            begins.add(begin);
            from = begin + part.length();
        }
        assertThat(text.substring(from).codePoints()).allMatch(MessageText::isBlank);
        return begins;
    }

    /** Where the parts but the last one end in the text. */
    private static List<Integer> cuts(String text, List<String> parts) {
        List<Integer> begins = positions(text, parts);
        return IntStream.range(0, Math.max(0, parts.size() - 1))
                .mapToObj(i -> begins.get(i) + parts.get(i).length())
                .toList();
    }
}
