/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.ledger;

import java.util.List;
import java.util.Locale;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The names of entries. */
class LedgerKeyTest {

    @Property
    void anyPartsGiveAValidName(@ForAll @Size(min = 1, max = 3) List<String> parts) {
        String[] all = parts.toArray(String[]::new);
        for (String name : List.of(LedgerKey.of("status", all), LedgerKey.hashed("status", all))) {
            assertThat(new Hold(name, "owner").key()).startsWith("status:");
        }
    }

    @Property
    void distinctPartsGiveDistinctNames(@ForAll("keys") List<String> some, @ForAll("keys") List<String> others) {
        assertThat(names(some).equals(names(others))).isEqualTo(some.equals(others));
        assertThat(LedgerKey.hashed("send", some.toArray(String[]::new))
                        .equals(LedgerKey.hashed("send", others.toArray(String[]::new))))
                .isEqualTo(some.equals(others));
    }

    // names stay distinct also in a store that ignores case
    private static String names(List<String> parts) {
        return LedgerKey.of("inbound", parts.toArray(String[]::new)).toLowerCase(Locale.ROOT);
    }

    /** An account and any text, often parts that look alike. */
    @Provide
    Arbitrary<List<String>> keys() {
        Arbitrary<String> account = Arbitraries.of("a", "A", "ab", "shop", "Shop", "s".repeat(56), "s".repeat(64));
        Arbitrary<String> text = Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(3),
                Arbitraries.strings().withChars("aAbB:\n ,\u00e4\ud83c").ofMaxLength(4),
                Arbitraries.strings().withChars("s:").ofMinLength(40).ofMaxLength(70));
        return Combinators.combine(account, text).as(List::of);
    }

    @Property
    void aNameIsReadableIfItsPartsAreShortAndPlain(
            @ForAll @Size(min = 1, max = 3)
                    List<@StringLength(min = 1, max = 18) @CharRange(from = 'a', to = 'z') String> parts) {
        String[] all = parts.toArray(String[]::new);
        assertThat(LedgerKey.of("inbound", all)).isEqualTo("inbound:" + String.join(":", all));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 55, 56, 57, 64, 65, 100, 1_000})
    void aNameHasAtMost64Characters(int length) {
        String name = LedgerKey.of("inbound", "x".repeat(length));
        assertThat(name).hasSizeLessThanOrEqualTo(Ledger.MAX_KEY_LENGTH);
        assertThat(name.contains("x")).isEqualTo(length <= 56);
        assertThat(LedgerKey.below(name, "1234567890123456789", "delivered"))
                .startsWith("inbound:")
                .hasSizeLessThanOrEqualTo(Ledger.MAX_KEY_LENGTH);
        assertThat(LedgerKey.hashed("k".repeat(23), "x".repeat(length))).hasSize(Ledger.MAX_KEY_LENGTH);
    }

    @Property
    void distinctMessagesOfAReaderHaveDistinctNames(
            @ForAll("readers") String reader,
            @ForAll("readers") String other,
            @ForAll @LongRange(min = 0) long id,
            @ForAll @LongRange(min = 0) long otherId,
            @ForAll("states") String state,
            @ForAll("states") String otherState) {
        assertThat(LedgerKey.below(reader, Long.toString(id), state)
                        .equals(LedgerKey.below(other, Long.toString(otherId), otherState)))
                .isEqualTo(reader.equals(other) && id == otherId && state.equals(otherState));
    }

    @Provide
    Arbitrary<String> readers() {
        return Combinators.combine(
                        Arbitraries.of("shop", "Shop", "s".repeat(50), "s".repeat(64)),
                        Arbitraries.of("all", "11", "11:delivered", "all:delivered,failed"))
                .as((account, filter) -> LedgerKey.of("status", account, filter));
    }

    @Provide
    Arbitrary<String> states() {
        return Arbitraries.oneOf(
                Arbitraries.of("sent", "Sent", "delivered", "x".repeat(64)),
                Arbitraries.strings().ofMinLength(1).ofMaxLength(5));
    }

    @Test
    void shortPlainPartsCanBeRead() {
        assertThat(LedgerKey.of("inbound", "shop", "all")).isEqualTo("inbound:shop:all");
        assertThat(LedgerKey.below("inbound:shop:all", "42")).isEqualTo("inbound:shop:all:42");
        assertThat(LedgerKey.of("status", "shop", "11:delivered,failed")).isEqualTo("status:shop:11:delivered,failed");
    }

    @Test
    void otherPartsAreHashed() {
        for (String part : List.of("Shop", "a b", "\u00e4", "", "x".repeat(64))) {
            String name = LedgerKey.of("inbound", part);
            if (!part.isEmpty()) {
                assertThat(name).matches("inbound:[0-9a-f]{56}");
            }
            assertThat(LedgerKey.below(name, "42")).isNotEqualTo(name).startsWith("inbound:");
        }
        assertThat(LedgerKey.hashed("send", "key")).matches("send:[0-9a-f]{59}");
    }

    @Test
    void differentPartsHaveDifferentNames() {
        assertThat(List.of(
                        LedgerKey.hashed("send", "a", "bc"),
                        LedgerKey.hashed("send", "ab", "c"),
                        LedgerKey.hashed("send", "abc"),
                        LedgerKey.hashed("send", "A", "bc"),
                        LedgerKey.of("send", "abc")))
                .doesNotHaveDuplicates();
    }
}
