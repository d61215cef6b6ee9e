/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.webhook.verify.hostile;

import java.util.List;
import java.util.stream.Stream;

import com.cliqtel.camel.webhook.verify.HttpAnswer;

/** Numbers, as costs and as ids. */
final class HostileNumbers {

    private static final List<String> NOT_NUMBERS = List.of(
            "01",
            "00",
            "-01",
            "+1",
            ".5",
            "-.5",
            "5.",
            "1.e5",
            "1e",
            "1e+",
            "1e1.5",
            "1ee5",
            "0x2a",
            "0b1",
            "0o7",
            "1_000",
            "1 000",
            "1,5",
            "1f",
            "1n",
            "1L",
            "NaN",
            "nan",
            "Infinity",
            "-Infinity",
            "inf",
            "-",
            "--1",
            "- 1",
            "1-1",
            "\uff11",
            "\u0661",
            "\u221e",
            "\u22121",
            "1e\u0661",
            "1.2.3");

    private static final List<String> NUMBERS = List.of(
            "0",
            "-0",
            "-0.0",
            "0.0",
            "0e99",
            "0e-99",
            "1e400",
            "-1e400",
            "1e-400",
            "1e-314",
            "5e-324",
            "4.9e-324",
            "2.2250738585072011e-308",
            "1.0e-5",
            "1E+2",
            "1.7976931348623159e308",
            "9007199254740993",
            "1e21",
            "1e999999999",
            "-1e-999999999",
            "1e2147483647",
            "9".repeat(100),
            "0." + "1".repeat(98));

    private static final List<String> IDS =
            List.of("42.0", "4.2e1", "420e-1", "\"42\"", "\"42.0\"", "\"+42\"", "\"4.2e1\"", "9007199254740991");

    private static final List<String> NOT_IDS = List.of(
            "0",
            "-0",
            "-1",
            "-42",
            "42.5",
            "1e400",
            "-1e400",
            "1e-400",
            "1e999999999",
            "9223372036854775808",
            "1e19",
            "\"\"",
            "\" 42\"",
            "\"42 \"",
            "\"0x2a\"",
            "\"42L\"",
            "\"forty-two\"",
            "\"NaN\"",
            "\"-42\"",
            "\"0\"",
            "\"42.5\"",
            "\"1e2147483647\"",
            "\"1e99999999999\"",
            "\"" + "4".repeat(400) + "\"",
            "null",
            "true",
            "[]",
            "[42]",
            "{}",
            "{\"id\":42}");

    private HostileNumbers() {}

    static Stream<HostileBody> bodies(StatusReportJson report) {
        return Stream.of(
                        NOT_NUMBERS.stream().map(n -> HostileBody.notJson("no number: " + n, report.data("cost", n))),
                        NUMBERS.stream().map(n -> HostileBody.event("a number: " + n, report.data("cost", n))),
                        IDS.stream().map(id -> HostileBody.event("an id: " + id, report.data("id", id))),
                        NOT_IDS.stream().map(id -> HostileBody.notAnEvent("no id: " + id, report.data("id", id))),
                        onlyRaw(report),
                        onlyStringified(report),
                        Stream.of(HostileBody.notJson("1,001 digits", report.data("cost", "7".repeat(1_001)))))
                .flatMap(family -> family);
    }

    /** Ids that JavaScript rounds. */
    private static Stream<HostileBody> onlyRaw(StatusReportJson report) {
        return Stream.of("9007199254740993", "9223372036854775807", "1e16")
                .map(id -> HostileBody.differs(
                        HttpAnswer.PROCESSED, HttpAnswer.NOT_AN_EVENT, "a rounded id: " + id, report.data("id", id)));
    }

    /** What is longer or larger than any price or id, until JavaScript has read it. */
    private static Stream<HostileBody> onlyStringified(StatusReportJson report) {
        Stream<String> costs = Stream.of(
                "9".repeat(101),
                "7".repeat(400),
                "7".repeat(1_000),
                "0." + "0".repeat(400) + "1",
                "1e9999999999",
                "1e-9999999999",
                "0.1e-2147483648");
        Stream<String> ids = Stream.of("42.0000000000000001", "42." + "0".repeat(400));
        return Stream.concat(
                costs.map(n -> onlyStringified("a cost", n, report.data("cost", n))),
                ids.map(n -> onlyStringified("an id", n, report.data("id", n))));
    }

    private static HostileBody onlyStringified(String what, String number, String body) {
        String name = what + " of " + number.length() + " characters: " + number;
        return HostileBody.differs(HttpAnswer.NOT_AN_EVENT, HttpAnswer.PROCESSED, name, body);
    }
}
