/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.wire;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Random JSON texts that go where readers and writers differ; every fourth is damaged and may be no JSON at all. */
final class RandomJson {

    private static final List<String> BLANKS = List.of("", "", "", "", " ", "\n", "\t", "\r\n  ");
    private static final List<String> NAMES = List.of(
            "id",
            "event",
            "data",
            "",
            "0",
            "1",
            "2",
            "10",
            "01",
            "-1",
            "-0",
            "1.5",
            "4294967294",
            "4294967295",
            "4294967296",
            "99999999999",
            "__proto__",
            "constructor",
            "toJSON",
            "toString",
            "length",
            "é",
            "\\u00e9",
            "\\u0030",
            "\\/",
            "\\ud83d\\ude00",
            "\\ud83d",
            "e\\u0301");
    private static final List<String> PIECES = List.of(
            "a",
            "Z",
            "0",
            " ",
            "\\\"",
            "\\\\",
            "\\/",
            "/",
            "\\b",
            "\\f",
            "\\n",
            "\\r",
            "\\t",
            "\\u0000",
            "\\u001F",
            "\\u007f",
            "\u007f",
            "é",
            "\\u00E9",
            "€",
            "\u2028",
            "\\u2029",
            "\ufeff",
            "\uffff",
            "😀",
            "\\ud83d\\ude00",
            "\\uD83D",
            "\\ude00",
            "\\ude00\\ud83d",
            "<",
            "&",
            "'");
    private static final List<String> NUMBERS = List.of(
            "0",
            "-0",
            "-0.0",
            "0e5",
            "-0e-400",
            "1",
            "42",
            "0.008",
            "1.0",
            "1.0e-5",
            "1E3",
            "8e-3",
            "1e20",
            "1e21",
            "123456789012345680000",
            "1234567890123456800000",
            "1e-6",
            "1e-7",
            "0.000001",
            "0.0000001",
            "1e400",
            "-1e400",
            "1e-400",
            "5e-324",
            "4.9e-324",
            "1e-323",
            "2.2250738585072014e-308",
            "1.7976931348623157e308",
            "1.7976931348623159e308",
            "9007199254740991",
            "9007199254740993",
            "1e-314",
            "2e23",
            "9.5e-322");
    private static final String DAMAGE = "{}[]\",:\\/0123456789eE+-.tfn u\n\u0000\u001f\u00ff'#";

    private final SplittableRandom random;

    RandomJson(long seed) {
        random = new SplittableRandom(seed);
    }

    /** One document, in UTF-8 unless damage made it something else. */
    byte[] document() {
        byte[] document = (oneIn(50) ? "\ufeff" : "").concat(spaced(value(5))).getBytes(StandardCharsets.UTF_8);
        if (oneIn(4)) {
            document[random.nextInt(document.length)] = (byte) DAMAGE.charAt(random.nextInt(DAMAGE.length()));
        }
        return document;
    }

    String value(int depth) {
        List<Supplier<String>> kinds = List.of(
                this::number,
                this::string,
                () -> oneOf(List.of("true", "false", "null")),
                () -> array(depth - 1),
                () -> object(depth - 1),
                () -> object(depth - 1));
        return kinds.get(random.nextInt(depth == 0 ? 3 : kinds.size())).get();
    }

    private String array(int depth) {
        return repeated(() -> value(depth), "[", "]");
    }

    private String object(int depth) {
        return repeated(() -> name() + spaced(":") + value(depth), "{", "}");
    }

    String name() {
        return oneIn(4) ? string() : '"' + oneOf(NAMES) + '"';
    }

    private String string() {
        int length = random.nextInt(6);
        return IntStream.range(0, length).mapToObj(i -> oneOf(PIECES)).collect(Collectors.joining("", "\"", "\""));
    }

    private String repeated(Supplier<String> part, String open, String close) {
        int parts = random.nextInt(7);
        return IntStream.range(0, parts)
                .mapToObj(i -> spaced(part.get()))
                .collect(Collectors.joining(",", open, parts == 0 ? oneOf(BLANKS) + close : close));
    }

    String spaced(String text) {
        return oneOf(BLANKS) + text + oneOf(BLANKS);
    }

    /** Any finite double, in any of the ways to write it, or a text between doubles. */
    String number() {
        if (oneIn(3)) {
            return oneOf(NUMBERS);
        }
        double any = Double.longBitsToDouble(random.nextLong());
        double finite = Double.isFinite(any) ? any : 1.5;
        return oneOf(List.of(
                Double.toString(finite),
                String.valueOf(random.nextInt(-1_000_000, 1_000_000) / 1_000d),
                String.valueOf(random.nextLong()),
                Double.toString(Double.longBitsToDouble(random.nextLong(3_000))),
                exact(finite)));
    }

    private String exact(double finite) {
        BigDecimal exact = new BigDecimal(finite);
        return exact.precision() < 400
                ? exact.toString()
                : Double.toString(finite).toLowerCase();
    }

    private boolean oneIn(int n) {
        return random.nextInt(n) == 0;
    }

    private <T> T oneOf(List<T> things) {
        return things.get(random.nextInt(things.size()));
    }
}
