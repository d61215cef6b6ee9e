/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.text.phone;

import java.util.Locale;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class NationalNumbersTest {

    @ParameterizedTest
    @CsvSource({
        "NL, 06 12345678, +31612345678",
        "NL, 06-12.34.56.78, +31612345678",
        "NL, ' (06) 12345678 ', +31612345678",
        "NL, 612345678, +31612345678",
        "NL, 31612345678, +31612345678",
        "nl, 0612345678, +31612345678",
        "GB, 07911 123456, +447911123456",
        "GB, 07797 712345, +447797712345",
        "US, (202) 555-0123, +12025550123",
        "US, 1 202 555 0123, +12025550123",
        "CA, 202-555-0123, +12025550123",
        "US, 011 31 6 12345678, +31612345678",
        "JP, 090-1234-5678, +819012345678",
        "JP, 010 31 6 12345678, +31612345678",
        "IT, 02 1234 5678, +390212345678",
        "IT, 312 345 6789, +393123456789",
        "IT, 391 234 5678, +393912345678",
        "AR, 011 15-2345-6789, +5491123456789",
        "AR, 0343 15-555-1212, +5493435551212",
        "MX, 55 1234 5678, +525512345678",
        "BR, (11) 96123-4567, +5511961234567",
        "RU, 8 (912) 345-67-89, +79123456789",
        "DE, 0151 23456789, +4915123456789",
        "HU, 06 20 123 4567, +36201234567",
        "US, \uff12\uff10\uff12\uff15\uff15\uff15\uff10\uff11\uff12\uff13, +12025550123",
        "NL, \u202a06\u201112345678\u202c, +31612345678",
        "GB, (0)7911 123456, +447911123456",
        "GB, 44 (0)7911 123456, +447911123456"
    })
    void readsWhatIsWrittenInTheCountry(String region, String written, String e164) {
        assertThat(PhoneLibrary.numbersOf(region).resolve(written).e164()).isEqualTo(e164);
    }

    @ParameterizedTest
    @CsvSource({
        "US, +31 6 12345678, +31612345678",
        "US, 0031 6 12345678, +31612345678",
        "NL, 00 1 202 555 0123, +12025550123",
        "NL, +12025550123, +12025550123",
        "AU, 00 1 202 555 0123, +12025550123",
        // no such number today: the server decides, as without a region
        "NL, +31999999999, +31999999999"
    })
    void aNumberWithPlusOrTwoNoughtsIsNotTheCountrys(String region, String written, String e164) {
        assertThat(PhoneLibrary.numbersOf(region).resolve(written).e164()).isEqualTo(e164);
    }

    @ParameterizedTest
    @CsvSource({
        // where one dials 0011, this is +1 202 555 0123, not +11…
        "AU, 0011 1 202 555 0123",
        "AU, 0011 31 6 12345678",
        // where one dials 002, this is +1 267 501 2345, not a mobile in Morocco
        "KR, 002 1 267 501 2345",
        "SG, 001 44 7911 123456"
    })
    void twoNoughtsThatAreDialledOtherwiseThereAreRefused(String region, String written) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PhoneLibrary.numbersOf(region).resolve(written))
                .withMessageContaining("begins with 00")
                .withMessageContaining(region);
    }

    @ParameterizedTest
    @CsvSource({
        "NL, ''",
        "NL, 112",
        "NL, 1008",
        "US, 911",
        "US, 12345",
        "US, 555-0123",
        "GB, 60006",
        "NL, 06 1234567",
        "NL, 06 123456789",
        "US, 1800FLOWERS",
        "US, 1-800-FLOWERS",
        "US, (202) 555-0123 ext. 5",
        "US, (202) 555-0123x5",
        "US, '(202) 555-0123,,5'",
        "US, 2025550123#5",
        "US, tel:2025550123",
        "US, tel:202-555-0123;phone-context=+1",
        "NL, ٠٦١٢٣٤٥٦٧٨",
        "US, 2025550123/2025550124",
        "AR, 15 2345 6789",
        "NL, +",
        "NL, 00",
        "NL, 000612345678"
    })
    void whatIsNoNumberThereIsRefused(String region, String written) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PhoneLibrary.numbersOf(region).resolve(written));
    }

    @ParameterizedTest
    @CsvSource({
        "GB, +44 (0)20 7946 0958",
        "GB, 0044 (0)20 7946 0958",
        "DE, +49(0)171 1234567",
        "NL, +44 (020) 7946 0958",
        "IT, +39 (0)6 1234 5678"
    })
    void aTrunkZeroAfterTheCountryCodeIsRefusedThereToo(String region, String written) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PhoneLibrary.numbersOf(region).resolve(written))
                .withMessageContaining("zero that is dialled only inside the country");
    }

    @ParameterizedTest
    @CsvSource({"NL, 0612345\u0666678, U+0666", "US, 1-800-FLOWERS, U+0046", "US, 2025550123/2025550124, U+002F"})
    void namesTheCodePointThatIsNotPartOfANumber(String region, String written, String codePoint) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PhoneLibrary.numbersOf(region).resolve(written))
                .withMessageContaining(codePoint);
    }

    @Test
    void aNumberThatCouldBeTwoIsRefused() {
        NationalNumbers german = PhoneLibrary.numbersOf("DE");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> german.resolve("4915123456789"))
                .withMessageContaining("both with 49 as the country code and without");
    }

    @Test
    void aRefusalSaysWhereAndShowsFourDigits() {
        NationalNumbers dutch = PhoneLibrary.numbersOf("NL");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> dutch.resolve("061234567890"))
                .withMessageStartingWith("'********7890' is not a phone number in NL")
                .withMessageContaining("+12025550123")
                .withNoCause();
    }

    @ParameterizedTest
    @CsvSource({"''", "UK", "NLD", "Netherlands", "001", "XX", "31"})
    void aRegionThatIsNoneIsRefusedWithAllThereAre(String region) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PhoneLibrary.numbersOf(region))
                .withMessageStartingWith("'" + region + "' is not a region")
                .withMessageContaining(" GB, ")
                .withMessageContaining(" NL, ");
    }

    static Iterable<String> regions() {
        return PhoneNumberUtil.getInstance().getSupportedRegions();
    }

    @ParameterizedTest
    @MethodSource("regions")
    void theExampleOfEachCountryIsReadAsItIsPrintedThere(String region) {
        PhoneNumberUtil library = PhoneNumberUtil.getInstance();
        PhoneNumber example = library.getExampleNumberForType(region, PhoneNumberType.MOBILE);
        if (example == null) {
            example = library.getExampleNumber(region);
        }
        String national = library.format(example, PhoneNumberFormat.NATIONAL);
        assertThat(PhoneLibrary.numbersOf(region.toLowerCase(Locale.ROOT))
                        .resolve(national)
                        .e164())
                .isEqualTo(library.format(example, PhoneNumberFormat.E164));
    }

    @Property
    void whateverIsReadIsE164AndARefusalNeverShowsMoreThanFourDigits(@ForAll("written") String written) {
        for (String region : new String[] {"NL", "US", "DE", "AU", "AR"}) {
            try {
                assertThat(PhoneLibrary.numbersOf(region).resolve(written).e164())
                        .matches("\\+[1-9][0-9]{6,14}");
            } catch (IllegalArgumentException refused) {
                // the example, and the code point of a character with its name, may have more digits
                String shown =
                        refused.getMessage().replace("12025550123", "").replaceAll("U\\+[0-9A-F]+( \\([^)]*\\))?", "");
                assertThat(shown).doesNotContainPattern("[0-9]{5}");
            }
        }
    }

    @Provide
    Arbitrary<String> written() {
        return Arbitraries.oneOf(
                Arbitraries.strings().numeric().ofMaxLength(16),
                Arbitraries.strings().numeric().ofMaxLength(13).map(digits -> "0" + digits),
                Arbitraries.strings().withChars("0123456789 -()+.ex#").ofMaxLength(20),
                Arbitraries.strings().ofMaxLength(300));
    }
}
