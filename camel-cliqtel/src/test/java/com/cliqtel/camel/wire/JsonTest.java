/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.wire;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class JsonTest {

    /** The pairs have the same hash with a factor of 31 (Java's) and of 33 (Jackson's, whatever its seed). */
    @ParameterizedTest
    @CsvSource({"Aa, BB", "AB, B!"})
    void readsAnyNumberOfNamesOfOneHash(String one, String other) {
        int parts = 11;
        String object = IntStream.range(0, 1 << parts)
                .mapToObj(Integer::toBinaryString)
                .map(bits -> "0".repeat(parts - bits.length()) + bits)
                .map(bits -> '"' + bits.replace("0", one).replace("1", other) + "\":0")
                .collect(Collectors.joining(",", "{", "}"));

        // more than once: Jackson's own table refuses them at first, and then breaks for every other document
        for (int time = 0; time < 3; time++) {
            assertThat(Json.read(object.getBytes(StandardCharsets.UTF_8))).hasSize(1 << parts);
        }
    }

    @Test
    void writesTheTextThatItRead() {
        String text = "{\"text\":\"Grüße 😀 \\u0001 \u2028\",\"cost\":0.008,\"id\":9007199254740993}";
        assertThat(new String(Json.write(Json.read(text.getBytes(StandardCharsets.UTF_8))), StandardCharsets.UTF_8))
                .isEqualTo(text);
    }
}
