/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.text;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
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
                "+44 (0)20 7946 0958",
                "0044 (0)20 7946 0958",
                "(0044) (0)20 7946 0958",
                "+(44) (0)20 7946 0958",
                "+49(0)171 1234567",
                "+44 020 7946 0958",
                "0044 020 7946 0958",
                "+33 06 12 34 56 78",
                "+49-0171-1234567",
                "+(31) 06.12345678",
                "+212 06 12 34 56 78",
                "+1 0202 555 0123",
                "+49 ( 0 ) 171 1234567",
                "+49 (0171) 1234567",
                "+49 (0 171) 1234567",
                "+49 (0171 1234567",
                "+49 [0] 171 1234567",
                "\u202a+49\u00a0\u200e(0)\u202c171 1234567",
                "\uff0b49\uff080\uff09171 1234567",
                "\uff0b\uff14\uff19\uff3b\uff10\uff3d171 1234567",
                "+49 0 171 1234567",
                "+44 020 7946 0958",
                "0044 020 7946 0958",
                "(+44) 020 7946 0958",
                "+49-0151-23456789",
                "+234 0803 123 4567",
                "+7 0912 345 67 89",
                "+49-0-171-1234567",
                "+39 (0)6 1234 5678",
                "+7 (0)912 345 67 89"
            })
    void refusesATrunkZeroAfterTheCountryCode(String written) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PhoneNumber.written(written))
                .withMessageContaining("zero that is dialled only inside the country")
                .withMessageContaining("leave it out");
    }

    @ParameterizedTest
    @CsvSource({
        "+39 (06) 1234 5678, +390612345678",
        "0039 (06) 1234 5678, +390612345678",
        "+39 06 1234 5678, +390612345678",
        "+378 (0549) 882 914, +3780549882914",
        "+225 (07) 01 23 45 67, +2250701234567",
        "+49 (171) 1234567, +491711234567",
        "+1 (202) 555-0123, +12025550123",
        "+229 (01) 97 00 00 00, +2290197000000",
        "+226 02 45 29 72, +22602452972",
        "+442 079 460 958, +442079460958",
        "+49 (30) 0123456, +49300123456"
    })
    void keepsAZeroThatBelongsToTheNumber(String written, String e164) {
        assertThat(PhoneNumber.written(written).e164()).isEqualTo(e164);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u202a+31 6 12345678\u202c",
                "\u2068+31612345678\u2069",
                "\ufeff+31612345678",
                "\u200e+31612345678\u200f",
                "\u200b+31\u200d6\u2060 12345678",
                "\u061c+31612345678",
                "+31\u00ad6\u00ad12345678",
                "+31\u20116\u201112345678",
                "+31\u20136\u201312345678",
                "+31\u22126\u221212345678",
                "+31\uff0d6\uff0e12345678",
                "+31\u00a06\u202f12345678\u3000",
                "+31\u20286\u008512345678",
                "\uff0b31612345678",
                "\uff0b\uff13\uff11\uff16\uff11\uff12\uff13\uff14\uff15\uff16\uff17\uff18",
                "\uff10\uff10316\uff0812345678\uff09",
                "+31 [6] 12345678"
            })
    void readsInvisibleCharactersAndPunctuationOfAnyScriptAsPunctuation(String written) {
        assertThat(PhoneNumber.written(written).e164()).isEqualTo("+31612345678");
    }

    @ParameterizedTest
    @CsvSource({
        "'+3161234\u06655678', U+0665, ARABIC-INDIC DIGIT FIVE",
        "'+31612345678x', U+0078, LATIN SMALL LETTER X",
        "'+3161234567O', U+004F, LATIN CAPITAL LETTER O",
        "'+3161234/5678', U+002F, SOLIDUS",
        "'+316\u28001234567', U+2800, BRAILLE PATTERN BLANK",
        "'\u207a31612345678', U+207A, SUPERSCRIPT PLUS SIGN",
        "'+31612345\ud83d\ude00678', U+1F600, GRINNING FACE",
        "'+31612345678,+31687654321', U+002C, COMMA",
        "'++31612345678', U+002B, PLUS SIGN"
    })
    void namesTheCodePointThatIsNotPartOfANumber(String written, String codePoint, String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PhoneNumber.written(written))
                .withMessageContaining(codePoint + " (" + name + ")");
    }

    @ParameterizedTest
    @ValueSource(strings = {"31612345678\u202c", "0612345\u200e678"})
    void showsNoInvisibleCharacterInARefusal(String written) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PhoneNumber.written(written))
                .satisfies(refused -> assertThat(refused.getMessage()).matches("[\\x20-\\x7e]*"));
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+39 06 1234 5678",
                "+225 07 12 34 56 78",
                "+229 01 12 34 56 78",
                "+241 06 12 34 56",
                "+336 01 23 45 67",
                "+44 7946 095 012",
                "+358 40 012 3456"
            })
    void readsAGroupWithAZeroThatBelongsToTheNumber(String written) {
        assertThat(PhoneNumber.written(written).e164()).isEqualTo(written.replace(" ", ""));
    }

    @Test
    void refusesAHugeTextWithoutSearchingIt() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PhoneNumber.written("+31612345678" + "(".repeat(1_000_000)))
                .withMessageContaining("not an international number: it has 1000012 characters");
    }

    @Property
    void punctuationNeverChangesTheNumber(@ForAll("numbers") String e164, @ForAll("punctuation") String between) {
        // a bracket before a zero makes it a trunk zero
        Assume.that(!between.contains("(") || !e164.contains("0"));
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
        return Arbitraries.of("", " ", "-", ".", "(", ")", " - ", "\u00a0", "\u2011", "\u202c", "\u3000", "\uff09");
    }
}
