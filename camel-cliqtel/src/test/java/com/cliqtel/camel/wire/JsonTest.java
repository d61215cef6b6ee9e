/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.wire;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

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

    @Test
    void readsTheCharacterThatDecodersPutWhereThereIsNoneWhenItReallyCame() {
        assertThat(Json.read("{\"text\":\"\ufffd\"}".getBytes(StandardCharsets.UTF_8)))
                .containsEntry("text", "\ufffd");
    }

    @Test
    void refusesWhatIsNotUtf8() {
        byte[] malformed = "{\"text\":\"?\"}".getBytes(StandardCharsets.UTF_8);
        malformed[9] = (byte) 0xC3;

        assertThatThrownBy(() -> Json.read(malformed)).hasMessage("not UTF-8");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "[]",
                "[{}]",
                "1",
                "\"text\"",
                "{",
                "{\"a\"",
                "{\"a\":",
                "{\"a\":1",
                "{\"a\":1,",
                "{\"a\":[",
                "{\"a\":[1",
                "{\"a\":[1,]}",
                "{\"a\":1}}",
                "{\"a\":1} {}",
                "{\"a\":1,\"a\":1}",
                "{\"a\":{\"b\":1,\"b\":2}}",
                "{\"a\":NaN}",
                "{\"a\":01}",
                "{'a':1}",
                "{a:1}",
                "{\"a\":1}//",
            })
    void refusesWhatIsNotOneObjectAndQuotesNothingOfIt(String text) {
        assertThatThrownBy(() -> Json.read(text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not a JSON object")
                .hasNoCause();
    }

    @Test
    void readsEachKindOfValueAsItsOwn() {
        assertThat(Json.read("""
                {"text": "a\u0041", "int": 1, "long": 3000000000, "huge": 9223372036854775808, "exact": 0.10, "yes": true,
                 "no": false, "none": null, "list": [1, null, {"deep": []}], "object": {}}\
                """.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(objectOfEachKind())
                .extractingByKey("list")
                .asInstanceOf(LIST)
                .isUnmodifiable();
    }

    private static Map<String, Object> objectOfEachKind() {
        Map<String, Object> expected = new HashMap<>();
        expected.put("text", "aA");
        expected.put("int", 1);
        expected.put("long", 3_000_000_000L);
        expected.put("huge", new BigInteger("9223372036854775808"));
        expected.put("exact", new BigDecimal("0.10"));
        expected.put("yes", true);
        expected.put("no", false);
        expected.put("none", null);
        expected.put("list", Arrays.asList(1, null, Map.of("deep", List.of())));
        expected.put("object", Map.of());
        return expected;
    }
}
