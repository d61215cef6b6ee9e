/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class EstimateTest {

    private final Estimate estimate =
            estimate(Encoding.UCS_2, List.of(NonGsmCharacter.of('’', 2).json()), true);

    static Estimate estimate(Encoding encoding, List<Map<String, Object>> forcedBy, boolean fits) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("encoding", encoding.toString());
        json.put("segments", 1);
        json.put("characters", 4);
        json.put("utf16_units", 4);
        json.put("units", 4);
        json.put("forced_by", forcedBy);
        json.put("forced_by_total", forcedBy.size());
        json.put("fits", fits);
        return Estimate.of(json);
    }

    @Test
    void jacksonWritesItWithTheApisKindOfNames() throws Exception {
        assertThat(new ObjectMapper().writeValueAsString(estimate))
                .isEqualTo("{\"encoding\":\"UCS-2\",\"segments\":1,\"characters\":4,\"utf16_units\":4,\"units\":4,"
                        + "\"forced_by\":[{\"character\":\"’\",\"code_point\":\"U+2019\",\"position\":2}],"
                        + "\"forced_by_total\":1,\"fits\":true}");
    }

    @Test
    void halfASurrogatePairCanBeWrittenToo() throws Exception {
        Estimate half =
                estimate(Encoding.UCS_2, List.of(NonGsmCharacter.of(0xd83d, 0).json()), false);
        assertThat(new ObjectMapper().writeValueAsBytes(half)).asString().contains("U+D83D");
    }

    @Test
    void encodingsPrintAsTheyAreCalled() {
        assertThat(Encoding.values()).extracting(Encoding::toString).containsExactly("GSM-7", "UCS-2");
    }

    @Test
    void cannotBeChangedFromOutside() {
        List<Map<String, Object>> forcedBy = new ArrayList<>();
        Estimate made = estimate(Encoding.GSM_7, forcedBy, false);
        forcedBy.add(NonGsmCharacter.of('’', 0).json());
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
