/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.text;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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
    void cutsAtWordEndsAndTheBlankStaysBefore() {
        String words = "word ".repeat(64);
        assertThat(LongText.split(words, ONE)).containsExactly("word ".repeat(32), "word ".repeat(32));
        assertThat(LongText.split("x" + words, ONE))
                .containsExactly("x" + "word ".repeat(31), "word ".repeat(32), "word ");
        assertThat(LongText.split("x".repeat(100) + "\n" + "x".repeat(100), ONE))
                .containsExactly("x".repeat(100) + "\n", "x".repeat(100));
    }

    @Test
    void aWordThatEndsWithThePartTakesItsBlankAlong() {
        assertThat(LongText.split("one " + "x".repeat(156) + " two", ONE))
                .containsExactly("one ", "x".repeat(156) + " two");
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
        assertThat(LongText.split(gsm + "中".repeat(70), ONE)).containsExactly(gsm, "中".repeat(70));
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
            assertThat(cuts(LongText.split(text, ONE)))
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
    @ValueSource(strings = {"x", " ", "\u0301", "🇳", "\u200d", "\ud83d", "😀 "})
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
    @Domain(Texts.class)
    @Domain(DomainContext.Global.class)
    void partsJoinedGiveTheTextAndNoneIsEmptyOrBeyondTheLimit(
            @ForAll String text, @ForAll @IntRange(min = 0, max = 4) int maxSegments) {
        List<String> parts = LongText.split(text, new PartLimit(maxSegments));
        assertThat(String.join("", parts)).isEqualTo(text);
        assertThat(parts).allSatisfy(part -> {
            assertThat(part).isNotEmpty();
            assertThat(part.codePoints().count()).isLessThanOrEqualTo(1600);
            if (maxSegments > 0) {
                assertThat(Standard.segments(part)).hasSizeLessThanOrEqualTo(maxSegments);
            }
        });
    }

    @Property
    @Domain(Texts.class)
    void neverCutsASurrogatePair(@ForAll String text) {
        assertThat(cuts(LongText.split(text, ONE)))
                .noneMatch(cut -> Character.isSurrogatePair(text.charAt(cut - 1), text.charAt(cut)));
    }

    @Property
    @Domain(Texts.class)
    void cutsBetweenWhatAReaderSees(@ForAll String text) {
        Set<Integer> boundaries = new TreeSet<>();
        Matcher clusters = Pattern.compile("\\X").matcher(text);
        while (clusters.find()) {
            Assume.that(clusters.group().length() <= 60);
            boundaries.add(clusters.end());
        }
        assertThat(boundaries).containsAll(cuts(LongText.split(text, ONE)));
    }

    @Property
    void cutsNoEarlierThanItMust(
            @ForAll("words") List<String> words, @ForAll @IntRange(min = 1, max = 3) int maxSegments) {
        String text = String.join(" ", words);
        List<String> parts = LongText.split(text, new PartLimit(maxSegments));
        for (int i = 0; i + 1 < parts.size(); i++) {
            String next = parts.get(i + 1);
            int blank = next.indexOf(' ');
            String withNextWord = parts.get(i) + (blank < 0 ? next : next.substring(0, blank + 1));
            assertThat(Standard.segments(withNextWord)).hasSizeGreaterThan(maxSegments);
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

    private static List<Integer> cuts(List<String> parts) {
        return IntStream.range(1, parts.size())
                .mapToObj(i -> parts.subList(0, i).stream()
                        .collect(Collectors.joining())
                        .length())
                .toList();
    }
}
