/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.model;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class PhoneNumberTest {

    @ParameterizedTest
    @CsvSource({
        "+31612345678, +31612345678",
        "' +31 6 12 34 56 78 ', +31612345678",
        "0031612345678, +31612345678",
        "00 (31) 6-12.34.56.78, +31612345678",
        "+1234567, +1234567",
        "+123456789012345, +123456789012345"
    })
    void whatPeopleWriteBecomesE164(String written, String e164) {
        assertThat(PhoneNumber.written(written).e164()).isEqualTo(e164);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "+",
                "31612345678",
                "0612345678",
                "+0612345678",
                "000612345678",
                "+123456",
                "+1234567890123456",
                "++31612345678",
                "+31612345678x",
                "+3161234\u0665678",
                "tel:+31612345678",
                "+31612345678,+31687654321"
            })
    void whatWouldHaveToBeGuessedIsRefused(String written) {
        assertThatIllegalArgumentException().isThrownBy(() -> PhoneNumber.written(written));
    }

    @Property
    void punctuationNeverChangesTheNumber(@ForAll("numbers") String e164, @ForAll("punctuation") String between) {
        String written = String.join(between, e164.split("(?<=[0-9])"));
        assertThat(PhoneNumber.written(written).e164()).isEqualTo(e164);
    }

    @Property
    void whateverIsTakenIsE164AndNothingElseIs(@ForAll String text) {
        try {
            assertThat(PhoneNumber.written(text).e164()).matches("\\+[1-9][0-9]{6,14}");
        } catch (IllegalArgumentException refused) {
            assertThat(refused.getMessage()).contains("not an international number");
        }
    }

    @Property
    void noRefusalOrToStringShowsMoreThanFourOfItsDigits(@ForAll("numbers") String e164) {
        String national = e164.substring(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PhoneNumber.written(national))
                .satisfies(refused ->
                        assertThat(refused.getMessage()).doesNotContain(national.substring(0, national.length() - 4)));
        assertThat(new PhoneNumber(e164).toString()).doesNotContain(e164.substring(0, e164.length() - 4));
    }

    @Provide
    Arbitrary<String> numbers() {
        return Arbitraries.strings().numeric().ofMinLength(9).ofMaxLength(14).map(digits -> "+9" + digits);
    }

    @Provide
    Arbitrary<String> punctuation() {
        return Arbitraries.of("", " ", "-", ".", "(", ")", " - ", "\u00a0");
    }
}
