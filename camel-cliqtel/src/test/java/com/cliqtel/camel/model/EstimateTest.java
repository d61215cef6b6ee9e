/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.model;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class EstimateTest {

    private final Estimate estimate =
            new Estimate(Encoding.UCS_2, 1, 4, 4, 4, List.of(NonGsmCharacter.of('’', 2)), 1, true);

    @Test
    void jacksonWritesItWithTheApisKindOfNames() throws Exception {
        assertThat(new ObjectMapper().writeValueAsString(estimate))
                .isEqualTo("{\"encoding\":\"UCS-2\",\"segments\":1,\"characters\":4,\"utf16_units\":4,\"units\":4,"
                        + "\"forced_by\":[{\"character\":\"’\",\"code_point\":\"U+2019\",\"position\":2}],"
                        + "\"forced_by_total\":1,\"fits\":true}");
    }

    @Test
    void halfASurrogatePairCanBeWrittenToo() throws Exception {
        Estimate half = new Estimate(Encoding.UCS_2, 1, 1, 1, 1, List.of(NonGsmCharacter.of(0xd83d, 0)), 1, false);
        assertThat(new ObjectMapper().writeValueAsBytes(half)).asString().contains("U+D83D");
    }

    @Test
    void encodingsPrintAsTheyAreCalled() {
        assertThat(Encoding.values()).extracting(Encoding::toString).containsExactly("GSM-7", "UCS-2");
    }

    @Test
    void cannotBeChangedFromOutside() {
        List<NonGsmCharacter> forcedBy = new ArrayList<>();
        Estimate made = new Estimate(Encoding.GSM_7, 1, 0, 0, 0, forcedBy, 0, false);
        forcedBy.add(NonGsmCharacter.of('’', 0));
        assertThat(made.forcedBy()).isEmpty();
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> made.json().clear());
    }

    @Test
    void toStringShowsNothingOfTheText() {
        assertThat(estimate.toString() + estimate.forcedBy())
                .doesNotContain("’", "2019")
                .contains("encoding=UCS-2", "segments=1", "forcedByTotal=1", "position=2");
    }
}
