/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.webhook.verify.hostile;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

import com.cliqtel.camel.webhook.verify.HttpAnswer;

/** Deep, long and large bodies, filled with what costs most. */
final class HostileSizes {

    private static final int LIMIT = 64 * 1024;
    private static final int FILLED = LIMIT - 1_000;

    private HostileSizes() {}

    static Stream<HostileBody> bodies(StatusReportJson report) {
        return Stream.of(deep(report), unclosed(), filled(report), large(report))
                .flatMap(family -> family);
    }

    /** A note is at depth 2, so that 62 levels of its own are the last allowed. */
    private static Stream<HostileBody> deep(StatusReportJson report) {
        return Stream.of(62, 64, 100, 1_000, 5_000)
                .flatMap(levels -> Stream.of(
                        deep(report, levels, "[", "]", "lists"),
                        deep(report, levels, "{\"\":", "}", "objects"),
                        deep(report, levels / 2, "[{\"a\":", "}]", "lists of objects")))
                .filter(body -> body.bytes().length < LIMIT);
    }

    private static HostileBody deep(StatusReportJson report, int times, String open, String close, String what) {
        String name = times + " times deep in " + what;
        String body = report.data("note", open.repeat(times) + "0" + close.repeat(times));
        return times * (open.contains("[{") ? 2 : 1) <= 62
                ? HostileBody.event(name, body)
                : HostileBody.notJson(name, body);
    }

    private static Stream<HostileBody> unclosed() {
        return Stream.of(
                        "[",
                        "{\"a\":",
                        "[{\"a\":",
                        "{\"a\":[",
                        "[[],",
                        "[1e400,",
                        "\"",
                        "\\",
                        "7",
                        "-",
                        "\u0000",
                        "\ufeff",
                        "\u00ff",
                        "/*",
                        "//\n",
                        "}",
                        ",")
                .map(part -> HostileBody.notJson("nothing but " + part, part.repeat(FILLED / bytes(part))));
    }

    private static Stream<HostileBody> filled(StatusReportJson report) {
        return Stream.concat(
                Stream.of(
                                "0",
                                "-0",
                                "1e-314",
                                "5e-324",
                                "1e400",
                                "2.2250738585072011e-308",
                                "9007199254740993",
                                "1e999999999",
                                "null",
                                "[]",
                                "{}",
                                "\"\"",
                                "\"\\ud800\"",
                                "{\"id\":1}",
                                "[[[[[[]]]]]]")
                        .map(json -> HostileBody.event("filled with " + json, filledWith(report, json))),
                Stream.of(
                        string(report, "x"),
                        string(report, "\\u0000"),
                        string(report, "\\\""),
                        string(report, "\\ud800"),
                        string(report, "\\ud83d\\ude00"),
                        string(report, "😀"),
                        string(report, "\u2028"),
                        string(report, " "),
                        onlyStringified(report, "9007199254740993." + "0".repeat(980) + "1"),
                        onlyStringified(report, "0." + "0".repeat(322) + "2".repeat(670)),
                        onlyStringified(report, "1".repeat(990) + "e-990"),
                        onlyStringified(report, "0." + "0".repeat(990) + "1e999")));
    }

    private static HostileBody string(StatusReportJson report, String part) {
        int times = FILLED / bytes(part);
        return HostileBody.event("a string of many " + part, report.data("note", '"' + part.repeat(times) + '"'));
    }

    /** Numbers halfway between two doubles, and so long that only JavaScript takes them. */
    private static HostileBody onlyStringified(StatusReportJson report, String number) {
        return HostileBody.differs(
                HttpAnswer.NOT_AN_EVENT,
                HttpAnswer.PROCESSED,
                "filled with " + number.length() + " digits like " + number.substring(0, 20),
                filledWith(report, number));
    }

    private static String filledWith(StatusReportJson report, String json) {
        return report.data("note", "[" + (json + ",").repeat(FILLED / (json.length() + 1)) + "0]");
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static Stream<HostileBody> large(StatusReportJson report) {
        String text = report.text();
        String blanks = " ".repeat(LIMIT - text.length());
        return Stream.of(
                HostileBody.event("as large as allowed", text + blanks),
                HostileBody.event("as large as allowed, blanks first", blanks + text),
                HostileBody.either(HttpAnswer.TOO_LARGE, "a byte larger than allowed", text + blanks + " "),
                HostileBody.either(
                        HttpAnswer.TOO_LARGE, "a megabyte", report.data("note", '"' + "x".repeat(1 << 20) + '"')),
                HostileBody.either(HttpAnswer.TOO_LARGE, "a megabyte of lists", "[".repeat(1 << 20)));
    }
}
