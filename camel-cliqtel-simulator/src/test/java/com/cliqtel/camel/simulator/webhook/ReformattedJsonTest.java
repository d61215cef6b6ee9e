/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.webhook;

import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ReformattedJsonTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "{\"a\":1,\"b\":true} | {\"a\": 1, \"b\": true}",
                "0.008               | 8.0e-3",
                "0.00001             | 1.0e-5",
                "-12.5               | -1.25e+1",
                "1e+21               | 1.0e+21",
                "5e-324              | 5.0e-324",
                "9007199254740991    | 9007199254740991",
                "\"1.5,:/\"          | \"1.5,:\\/\"",
                "\"\\\\/\"           | \"\\\\\\/\"",
                "\"\\\"/\"           | \"\\\"\\/\"",
                "\"é😀\"             | \"\\u00e9\\ud83d\\ude00\"",
            })
    void writesWhatJavaScriptWouldNot(String stringified, String foreign) {
        assertThat(ReformattedJson.of(stringified)).isEqualTo(foreign);
    }

    @Test
    void meansTheSame() throws Exception {
        ObjectMapper json = new ObjectMapper();
        String stringified = json.writeValueAsString(Map.of(
                "\\\"/é,:", "1/2 \\ \" \u0001\t😀", "cost", 0.0125, "none", "", "list", new double[] {1.5, -2e-7}));

        JsonNode same = json.readTree(ReformattedJson.of(stringified));

        assertThat(same).isEqualTo(json.readTree(stringified));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"", "\"\\", "{", "-", "1.2.3", "1e9999999999", "e", "\"\\u00", "not JSON"})
    void leavesWhatIsNoJsonToTheReceiver(String text) {
        assertThat(ReformattedJson.of(text)).isEqualTo(text);
    }
}
