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

import static org.assertj.core.api.Assertions.assertThat;

class WrittenTimeTest {

    @Property
    void readsWhatTheJdkReadsAndRefusesWhatItRefuses(@ForAll("times") String text) {
        assertThat(read(text, WrittenTime::read)).isEqualTo(read(text, OffsetDateTime::parse));
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
