/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.model;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.function.Function;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class WrittenTimeTest {

    @Property
    void readsWhatTheJdkReadsAsTheJdkDoes(@ForAll("times") String text) {
        read(text, OffsetDateTime::parse)
                .ifPresent(time -> assertThat(read(text, WrittenTime::read)).contains(time));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-04-03T10:15:30+0000, 2026-04-03T10:15:30Z",
        "2026-04-03T10:15:30+00, 2026-04-03T10:15:30Z",
        "2026-04-03T12:15:30+02, 2026-04-03T12:15:30+02:00",
        "2026-04-03T12:15:30-0530, 2026-04-03T12:15:30-05:30",
        "2026-04-03 10:15:30+00:00, 2026-04-03T10:15:30Z",
        "2026-04-03 10:15:30 +0000, 2026-04-03T10:15:30Z",
        "2026-04-03 10:15:30 UTC, 2026-04-03T10:15:30Z",
        "2026-04-03t10:15:30z, 2026-04-03T10:15:30Z",
        "2026-04-03T10:15:30.123456Z, 2026-04-03T10:15:30.123456Z",
        "2026-04-03 10:15:30.1+0000, 2026-04-03T10:15:30.1Z",
        "2026-04-03T10:15Z, 2026-04-03T10:15:00Z",
        "2026/04/03 10:15:30 +0000, 2026-04-03T10:15:30Z",
        "'2026-04-03T10:15:30,5Z', 2026-04-03T10:15:30.5Z",
        "'Fri, 03 Apr 2026 10:15:30 GMT', 2026-04-03T10:15:30Z",
        "'Fri, 3 Apr 2026 12:15:30 +0200', 2026-04-03T12:15:30+02:00"
    })
    void readsTheFormsThatServersWrite(String text, OffsetDateTime time) {
        assertThat(WrittenTime.read(text)).isEqualTo(time);
        assertThat(WrittenTime.readUtc(text)).isEqualTo(time);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-04-03 10:15:30, 2026-04-03T10:15:30Z",
        "2026-04-03T10:15:30, 2026-04-03T10:15:30Z",
        "2026-04-03T10:15:30.5, 2026-04-03T10:15:30.5Z",
        "1775211330, 2026-04-03T10:15:30Z",
        "1775211330.25, 2026-04-03T10:15:30.250Z",
        "1775211330000, 2026-04-03T10:15:30Z"
    })
    void aTimeWithoutOffsetIsInUtcOrNoTimeWhereItMustBeExact(String text, OffsetDateTime time) {
        assertThat(WrittenTime.readUtc(text)).isEqualTo(time);
        assertThatThrownBy(() -> WrittenTime.read(text)).isInstanceOf(DateTimeException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "now", "2026-04-03", "2026-02-30 10:15:30", "2026-04-03T24:00:01Z", "10:15:30", "17752113"})
    void whatIsNoTimeIsRefused(String text) {
        assertThatThrownBy(() -> WrittenTime.readUtc(text)).isInstanceOf(DateTimeException.class);
    }

    private static Optional<OffsetDateTime> read(String text, Function<String, OffsetDateTime> reading) {
        try {
            return Optional.of(reading.apply(text));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    /** Of the API's form, with numbers beyond what a calendar has, and now and then another character in it. */
    @Provide
    Arbitrary<String> times() {
        Arbitrary<String> ofTheForm = Arbitraries.integers()
                .between(0, 39)
                .list()
                .ofSize(6)
                .flatMap(numbers -> Arbitraries.of("+", "-", " ", "Z")
                        .flatMap(sign -> Arbitraries.of("00:00", "02:00", "05:30", "18:00", "18:01", "19:00", "00:60")
                                .map(offset -> String.format(
                                        "20%02d-%02d-%02dT%02d:%02d:%02d%s%s",
                                        numbers.get(0),
                                        numbers.get(1) % 15,
                                        numbers.get(2),
                                        numbers.get(3) % 27,
                                        numbers.get(4) * 2,
                                        numbers.get(5) * 2,
                                        sign,
                                        offset))));
        Arbitrary<String> disturbed = ofTheForm.flatMap(
                text -> Arbitraries.integers().between(0, text.length() - 1).flatMap(at -> Arbitraries.chars()
                        .ascii()
                        .map(c -> text.substring(0, at) + c + text.substring(at + 1))));
        return Arbitraries.oneOf(ofTheForm, disturbed);
    }
}
