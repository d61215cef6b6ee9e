/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.send.reconcile;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** In which spellings a server may show a number. */
class NumberSpellingTest {

    @ParameterizedTest(name = "{0} shown as {1}")
    @CsvSource({
        "+31612345678, +31612345678",
        "+31612345678, 31612345678",
        "+31612345678, 0031612345678",
        "+31612345678, 0612345678",
        "+31612345678, 612345678",
        "+31612345678, +31 (0)6-1234 5678",
        "+31612345678, tel:+31612345678",
        "+31612345678, 31612345678@sms.example",
        "+31612345678, \uff0b\uff13\uff11\uff16\uff11\uff12\uff13\uff14\uff15\uff16\uff17\uff18",
        "+5215512345678, +525512345678",
        "+541123456789, +5491123456789",
        "+551187654321, +5511987654321",
        "+79161234567, +789161234567",
        "+36201234567, +3606201234567",
        "+12025550123, +112025550123"
    })
    void aKnownSpellingIsTheSame(String number, String shown) {
        assertThat(NumberSpelling.isSame(number, shown)).isTrue();
        assertThat(NumberSpelling.mayBe(number, shown)).isTrue();
    }

    @ParameterizedTest(name = "{0} shown as {1}")
    @CsvSource(
            nullValues = "-",
            value = {
                "+31612345678, -",
                "+31612345678, ''",
                "+31612345678, ********5678",
                "+31612345678, +3161234****",
                "+31612345678, +31612XX5678",
                "+31612345678, Jane Doe",
                "+5492966412345, +54296615412345",
                "+84120345678, +8470345678",
                "+4930123456, +49307123456",
                "+49151345678, +151345678"
            })
    void anUnknownSpellingMayBeTheSame(String number, String shown) {
        assertThat(NumberSpelling.isSame(number, shown)).isFalse();
        assertThat(NumberSpelling.mayBe(number, shown)).isTrue();
    }

    @ParameterizedTest(name = "{0} shown as {1}")
    @CsvSource({
        "+31612345678, +31612345679",
        "+31612345678, +31687654321",
        "+31612345678, 0612345679",
        "+31612345678, ********5679",
        "+31612345678, +31 6 1234 5679"
    })
    void otherLastDigitsAreAnotherNumber(String number, String shown) {
        assertThat(NumberSpelling.isSame(number, shown)).isFalse();
        assertThat(NumberSpelling.mayBe(number, shown)).isFalse();
    }

    @Property
    void whatIsTheSameHasTheSameTail(
            @ForAll @LongRange(min = 1_000_000, max = 99_999_999_999_999L) long digits,
            @ForAll @IntRange(max = 99) int inserted,
            @ForAll @IntRange(max = 6) int at) {
        String number = "+" + digits;
        String shown = number.substring(0, 1 + at) + inserted + number.substring(1 + at);
        if (NumberSpelling.isSame(number, shown)) {
            assertThat(NumberSpelling.tail(shown)).isEqualTo(NumberSpelling.tail(number));
            assertThat(NumberSpelling.mayBe(number, shown)).isTrue();
        }
    }
}
