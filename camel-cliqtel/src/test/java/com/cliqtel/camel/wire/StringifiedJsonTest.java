/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.wire;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.function.IntFunction;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class StringifiedJsonTest {

    private static final int BODY_LIMIT = 64 * 1024;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "null                                  | null",
                "[ true , false ]                      | [true,false]",
                "{ }                                   | {}",
                "[ ]                                   | []",
                "\"text\"                              | \"text\"",
                "{\"b\":1,\"a\":2}                     | {\"b\":1,\"a\":2}",
                "{\"b\":1,\"10\":2,\"9\":3,\"a\":4}    | {\"9\":3,\"10\":2,\"b\":1,\"a\":4}",
                "{\"01\":1,\"-1\":2,\"1.0\":3,\"1\":4} | {\"1\":4,\"01\":1,\"-1\":2,\"1.0\":3}",
                "{\"4294967295\":1,\"4294967294\":2}   | {\"4294967294\":2,\"4294967295\":1}",
                "{\"id\":1,\"x\":0,\"id\":42}          | {\"id\":42,\"x\":0}",
                "{\"id\":1,\"\\u0069d\":42}            | {\"id\":42}",
                "{\"__proto__\":{\"a\":1},\"b\":2}     | {\"__proto__\":{\"a\":1},\"b\":2}",
                "{\"\":1,\"toJSON\":2}                 | {\"\":1,\"toJSON\":2}",
            })
    void keepsTheOrderOfEcmaScriptObjects(String json, String expected) {
        assertThat(stringified(json)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0, 0",
        "-0.0, 0",
        "-1e-400, 0",
        "1e400, null",
        "-1e400, null",
        "0.008, 0.008",
        "8e-3, 0.008",
        "1.0, 1",
        "1.0e-5, 0.00001",
        "-12.50, -12.5",
        "1E3, 1000",
        "0.000001, 0.000001",
        "0.0000001, 1e-7",
        "0.00000123, 0.00000123",
        "0.000000123, 1.23e-7",
        "123456789012345680000, 123456789012345680000",
        "1e20, 100000000000000000000",
        "1e21, 1e+21",
        "-1.5e300, -1.5e+300",
        "9007199254740993, 9007199254740992",
        "18446744073709551615, 18446744073709552000",
        "5e-324, 5e-324",
        "4.9e-324, 5e-324",
        "3e-324, 5e-324",
        "2e-324, 0",
        "9.88e-324, 1e-323",
        "1.5e-323, 1.5e-323",
        "1e-314, 1e-314",
        "2e23, 2e+23",
        "2147483648, 2147483648",
        "1.7976931348623157e308, 1.7976931348623157e+308",
    })
    void writesNumbersAsNumberToStringDoes(String number, String expected) {
        assertThat(stringified(number)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\\/                     | /",
                "\\u00e9\\u00E9          | éé",
                "\\u0000\\u001F          | \\u0000\\u001f",
                "\\u0008\\u0009\\u000a\\u000c\\u000d | \\b\\t\\n\\f\\r",
                "\\u0022\\u005c          | \\\"\\\\",
                "\\u007f\\u2028\\u2029   | \u007f\u2028\u2029",
                "\\ud83d\\ude00          | 😀",
                "\\uD83D                 | \\ud83d",
                "\\uDE00                 | \\ude00",
                "\\ude00\\ud83d          | \\ude00\\ud83d",
                "\\ud83d\\ud83d\\ude00   | \\ud83d😀",
                "\\ud83d\\ude00\\ude00   | 😀\\ude00",
                "<&'>                    | <&'>",
            })
    void escapesStringsAsWellFormedStringifyDoes(String string, String expected) {
        assertThat(stringified('"' + string + '"')).isEqualTo('"' + expected + '"');
        assertThat(stringified("{\"" + string + "\":0}")).isEqualTo("{\"" + expected + "\":0}");
    }

    @Test
    void dropsOneByteOrderMarkAndNoMore() {
        assertThat(stringified("\ufeff[1]")).isEqualTo("[1]");
        assertRefused("\ufeff\ufeff[1]".getBytes(StandardCharsets.UTF_8));
        assertThat(stringified("[\"\ufeff\"]")).isEqualTo("[\"\ufeff\"]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "[",
                "\"",
                "[1",
                "[1,]",
                "[,1]",
                "{\"a\":1,}",
                "{\"a\"}",
                "{a:1}",
                "{'a':1}",
                "[1 2]",
                "1 2",
                "{}{}",
                "[1]]",
                "[1],",
                "null null",
                "nul",
                "nullx",
                "True",
                "NaN",
                "Infinity",
                "-",
                "+1",
                "01",
                "-01",
                "1.",
                ".5",
                "1e",
                "1e+",
                "0x10",
                "\"\\x41\"",
                "\"\\u12\"",
                "\"\\u12g4\"",
                "\"a\nb\"",
                "\"\u0000\"",
                "[1]\u0000",
                "\u0000[1]",
                "[1]//",
                "/**/[1]",
                "#\n1",
                "[1]\u00a0",
                "[1]\u000c",
                "[1}",
                "{\"a\":}"
            })
    void refusesWhatIsNotJson(String text) {
        assertRefused(text.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "22 ff 22",
                "22 80 22",
                "22 c3 22",
                "22 c0 af 22",
                "22 e0 80 af 22",
                "22 ed a0 80 22",
                "22 f4 90 80 80 22",
                "22 f0 9f 98 22",
                "fe ff 00 5b 00 5d",
                "ff fe 5b 00 5d 00",
                "5b 00 5d 00",
                "00 5b 00 5d",
                "5b 00 00 00 5d 00 00 00"
            })
    void refusesWhatIsNotUtf8(String hex) {
        assertRefused(HexFormat.ofDelimiter(" ").parseHex(hex));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16BE", "UTF-16LE", "UTF-32", "ISO-8859-1"})
    void readsNoOtherCharset(String charset) {
        assertRefused("{\"a\":\"é\"}".getBytes(Charset.forName(charset)));
    }

    @Test
    void nestsAsDeepAsTheLimitAndNoDeeper() {
        String deepest = "[".repeat(JsonReading.MAX_DEPTH) + "]".repeat(JsonReading.MAX_DEPTH);
        assertThat(stringified(deepest)).isEqualTo(deepest);
        assertRefused(("[" + deepest + "]").getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void readsNumbersAsLongAsTheLimitAndNoLonger() {
        String longest = "1".repeat(StringifiedJson.MAX_NUMBER_LENGTH);
        assertThat(stringified(longest)).isEqualTo("null");
        assertThat(stringified("0." + longest.substring(1))).isEqualTo("0.1111111111111111");
        assertRefused((longest + "1").getBytes(StandardCharsets.UTF_8));
    }

    static Stream<Arguments> bodiesMadeToBeSlow() {
        return Stream.of(
                arguments("arrays, 10,000 deep", "[".repeat(10_000) + "]".repeat(10_000)),
                arguments("arrays, never closed", "[".repeat(BODY_LIMIT)),
                arguments("objects, never closed", "{\"a\":".repeat(BODY_LIMIT / 5)),
                arguments("digits", "7".repeat(BODY_LIMIT)),
                arguments("digits after the point", "0." + "7".repeat(BODY_LIMIT)),
                arguments("digits of an exponent", "1e" + "9".repeat(BODY_LIMIT)),
                arguments("an unended string", "\"" + "a".repeat(BODY_LIMIT)),
                arguments("a name of 64 KiB", "{\"" + "a".repeat(BODY_LIMIT) + "\":1}"),
                arguments("a string in 64 arrays", nested("\"" + "a".repeat(BODY_LIMIT) + "\"")),
                arguments("numbers hard to read", listOf("2.2250738585072012e-308")),
                arguments("numbers hard to write", listOf("1e-314")),
                arguments("numbers that are long to write", listOf("1e20")),
                arguments("long numbers", listOf("0." + "3".repeat(990))),
                arguments("names that are numbers", objectOf(i -> String.valueOf(100_000 - i))),
                arguments("names whose hashes collide", objectOf(StringifiedJsonTest::colliding)),
                arguments("lone surrogates", listOf("\"\\ud800\"")),
                arguments("empty objects", listOf("{}")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bodiesMadeToBeSlow")
    void isNotSlowedDown(String what, String json) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            for (int i = 0; i < 20; i++) {
                writtenOrRefused(body);
            }
        });
    }

    @Test
    void quotesNothingOfWhatItRefuses() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> stringified("{\"to\":\"+31612345678\" \"secret\"}"))
                .withNoCause()
                .withMessageNotContainingAny("316", "secret");
    }

    private static void writtenOrRefused(byte[] body) {
        try {
            StringifiedJson.of(body);
        } catch (IllegalArgumentException refused) {
            assertThat(refused).hasNoCause();
        }
    }

    private static String nested(String json) {
        return "[".repeat(JsonReading.MAX_DEPTH) + json + "]".repeat(JsonReading.MAX_DEPTH);
    }

    private static String listOf(String json) {
        int copies = BODY_LIMIT / (json.length() + 1);
        return "[" + (json + ",").repeat(copies - 1) + json + "]";
    }

    private static String objectOf(IntFunction<String> name) {
        StringBuilder members = new StringBuilder("{\"first\":0");
        for (int i = 0; members.length() < BODY_LIMIT; i++) {
            members.append(",\"").append(name.apply(i)).append("\":0");
        }
        return members.append('}').toString();
    }

    /** Thirteen letters, Aa or BB by the bits of the number: String gives all of them the same hash. */
    private static String colliding(int number) {
        StringBuilder name = new StringBuilder();
        for (int bit = 0; bit < 13; bit++) {
            name.append((number >> bit & 1) == 0 ? "Aa" : "BB");
        }
        return name.toString();
    }

    private static void assertRefused(byte[] bytes) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StringifiedJson.of(bytes))
                .withNoCause();
    }

    private static String stringified(String json) {
        return new String(StringifiedJson.of(json.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
    }
}
