/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.send.reconcile;

import java.text.Normalizer;
import java.util.List;
import java.util.function.UnaryOperator;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** In which forms a server may show a text. */
class TextSimilarityTest {

    private static final List<UnaryOperator<String>> NORMALISATIONS = List.of(
            String::strip,
            text -> text.replaceAll("[\\s\\p{Z}]+", " "),
            text -> text.replace("\r\n", "\n").replace('\r', '\n'),
            text -> text.replaceAll("[\u201c\u201d\u00ab\u00bb\u201e\"]", "\"")
                    .replaceAll("[\u2018\u2019\u201a`]", "'"),
            text -> text.replaceAll("\\p{Pd}", "-"),
            text -> text.replace("\u2026", "..."),
            text -> text.replaceAll("\\p{Cf}", ""),
            text -> Normalizer.normalize(text, Normalizer.Form.NFC),
            text -> Normalizer.normalize(text, Normalizer.Form.NFD),
            text -> Normalizer.normalize(text, Normalizer.Form.NFKC),
            text -> Normalizer.normalize(text, Normalizer.Form.NFKD));

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(
                        "a",
                        "B",
                        "7",
                        " ",
                        "  ",
                        "\u00a0",
                        "\t",
                        "\n",
                        "\r\n",
                        "\u2003",
                        "\u200b",
                        "\u00ad",
                        "\u201c",
                        "\u2019",
                        "\u201e",
                        "`",
                        "\u2013",
                        "\u2014",
                        "\u2026",
                        "\u00e9",
                        "e\u0301",
                        "\u00c5",
                        "\u212b",
                        "\ufb01",
                        "\u00bd",
                        "\u20ac",
                        "!",
                        "&",
                        "\u0416",
                        "\u4f60",
                        "\ud83d\ude00",
                        "\uff21")
                .list()
                .ofMinSize(1)
                .ofMaxSize(20)
                .map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<List<UnaryOperator<String>>> normalisations() {
        return Arbitraries.of(NORMALISATIONS).list().ofMaxSize(4);
    }

    @Property
    void combinationsOfNormalisationsAreTheSame(
            @ForAll("texts") String text, @ForAll("normalisations") List<UnaryOperator<String>> normalisations) {
        String shown = text;
        for (UnaryOperator<String> normalisation : normalisations) {
            shown = normalisation.apply(shown);
        }
        assertThat(TextSimilarity.isSame(text, shown)).isTrue();
        assertThat(TextSimilarity.letters(shown)).isEqualTo(TextSimilarity.letters(text));
    }

    @Property
    void whatIsTheSameHasTheSameLetters(@ForAll("texts") String one, @ForAll("texts") String other) {
        if (TextSimilarity.isSame(one, other)) {
            assertThat(TextSimilarity.letters(one)).isEqualTo(TextSimilarity.letters(other));
        }
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "your code is 1234, -",
                "your code is 1234, ''",
                "your code is 1234, YOUR CODE IS 1234",
                "your code is 1234, your code is 1234. Reply STOP",
                "your code is 1234, your code is",
                "Caf\u00e9 \u20ac 5, Caf? ? 5",
                "Caf\u00e9 \u20ac 5, Cafe EUR 5",
                "Stra\u00dfe 1, Strasse 1",
                "5 \u00d7 7 = 35, 5 x 7 = 35",
                "\u041a\u043e\u0434 1234, Kod 1234",
                "\u041a\u043e\u0434 1234, ??? 1234",
                "Tom & Jerry, Tom &amp; Jerry",
                "well done \ud83d\ude00, well done"
            })
    void aFormThatAServerMayHaveMadeMayBeIt(String text, String shown) {
        assertThat(TextSimilarity.mayBe(text, shown)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "your code is 1234, your code is 1235",
        "your code is 1234, your code is 12345678",
        "\u041a\u043e\u0434 1234, \u041a\u043e\u0434 1235",
        "Caf\u00e9 \u20ac 5, Caf\u00e9 \u20ac 6",
        "ok, okay then",
        "shipped, delivered"
    })
    void anotherTextIsNotIt(String text, String shown) {
        assertThat(TextSimilarity.mayBe(text, shown)).isFalse();
        assertThat(TextSimilarity.isSame(text, shown)).isFalse();
    }

    @Test
    void aLongTextInAnotherFormIsComparedInTimeInProportionToItsLength() {
        String text = "\u00e9a".repeat(800);
        assertThat(TextSimilarity.mayBe(text, "a".repeat(799) + "b")).isFalse();
    }
}
