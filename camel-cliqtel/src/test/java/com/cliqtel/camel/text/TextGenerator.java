/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.text;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;
import net.jqwik.api.domains.DomainContextBase;

/** Texts such as people send, and such as nobody should: pieces that segments and readers treat differently, in a row. */
public class TextGenerator extends DomainContextBase {

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                of(gsm(), 500),
                of(typographic(), 500),
                of(Arbitraries.oneOf(gsm(), typographic(), unicode()), 400),
                of(Arbitraries.of("…", "…", "€", "x"), 300),
                of(Arbitraries.of("…", "…", "’", "€", "…"), 100),
                of(Arbitraries.of("€", "x"), 400),
                of(any(), 300));
    }

    private static Arbitrary<String> of(Arbitrary<String> piece, int max) {
        // by default most lists are short, and most texts one segment
        return piece.list()
                .ofMaxSize(max)
                .withSizeDistribution(RandomDistribution.uniform())
                .map(pieces -> String.join("", pieces));
    }

    static Arbitrary<String> gsm() {
        return Arbitraries.frequencyOf(
                Tuple.of(10, Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(12)),
                Tuple.of(8, Arbitraries.of(" ", "\n", "\r\n", "  ")),
                Tuple.of(
                        2, Arbitraries.of(ReferenceSegmenter.EXTENSION.values()).map(Character::toString)),
                Tuple.of(2, Arbitraries.of("@", "£", "é", "Å", "Ω", "ß", "ñ")));
    }

    static Arbitrary<String> typographic() {
        return Arbitraries.frequencyOf(
                Tuple.of(6, gsm()),
                Tuple.of(
                        2,
                        Arbitraries.of(
                                "“", "”", "’", "–", "—", "…", "•", "\u00a0", "\t", "\u200b", "\ufeff", "ﬁ", "！")),
                Tuple.of(1, Arbitraries.of("e\u0300", "A\u030a", "n\u0303", "\u0301")));
    }

    static Arbitrary<String> unicode() {
        return Arbitraries.of(
                "ç",
                "ő",
                "е",
                "中",
                "ไ",
                "😀",
                "👩‍👩‍👧‍👦",
                "👍🏽",
                "🇳🇱",
                "🇳",
                "e\u0323\u0301",
                "\u0301",
                "\u200d",
                "#\ufe0f\u20e3",
                "\u3000",
                "\u2028",
                "한",
                "\u1112\u1161\u11ab");
    }

    private static Arbitrary<String> any() {
        return Arbitraries.strings().ofMaxLength(3);
    }
}
