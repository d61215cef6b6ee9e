/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.webhook.verify.hostile;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What is almost JSON, what is JSON but no object, and what stands before and after a report. */
final class HostileSyntax {

    private static final List<String> NOT_JSON = List.of(
            "",
            " ",
            "\n",
            "nul",
            "True",
            "NaN",
            "Infinity",
            "-Infinity",
            "undefined",
            "'x'",
            "x",
            "{event:1}",
            "{'event':'x'}",
            "{\"event\":'x'}",
            "{\"a\":1,}",
            "{,\"a\":1}",
            "[1,]",
            "[,1]",
            "[1,,2]",
            "{,}",
            "{\"a\"}",
            "{\"a\":}",
            "{:1}",
            "{\"a\" 1}",
            "{\"a\"=1}",
            "{\"a\":1 \"b\":2}",
            "{\"a\":1;\"b\":2}",
            "{1:1}",
            "{null:1}",
            "{[]:1}",
            "[1 2]",
            "[1}",
            "{\"a\":1]",
            "]",
            "}",
            "[",
            "{",
            ",",
            ":",
            "\"",
            "\\",
            "//",
            "/**/{}",
            "{/**/}",
            "{}/**/",
            "{}//",
            "#\n{}",
            "{}#",
            "--x\r\n\r\n{}",
            ")]}'\n{}",
            "<a/>",
            "event=sms.status_updated",
            "%7B%7D",
            "*",
            "@",
            "`{}`",
            "\u201c\u201d",
            "(1)",
            "[1]()");

    private static final List<String> NOT_AN_EVENT = List.of(
            "null",
            "true",
            "false",
            "0",
            "-0",
            "1e400",
            "\"\"",
            "\"sms.status_updated\"",
            "[]",
            "[null]",
            "[[]]",
            "{}",
            " {} ",
            "{\"\":0}",
            "{\"Event\":\"sms.status_updated\"}",
            "{\"event\":{\"event\":\"x\"}}",
            "[{\"event\":\"x\"}]");

    private static final List<String> AROUND = List.of(
            "x", "{}", "[]", "null", "0", ",", ":", "]", "}", "\"", "\u0000", "//", "/**/", "#", "\f", "\u000b",
            "\u0085", "\u00a0", "\u2028", "\u3000", "\u200b", "&");

    private static final List<String> BLANKS = List.of(" ", "\t", "\n", "\r", "\r\n", " \t\r\n ");

    private HostileSyntax() {}

    static Stream<HostileBody> bodies(StatusReportJson report) {
        return Stream.of(
                        NOT_JSON.stream().map(body -> HostileBody.notJson("not JSON: " + body, body)),
                        NOT_AN_EVENT.stream().map(body -> HostileBody.notAnEvent("no event: " + body, body)),
                        AROUND.stream().map(x -> HostileBody.notJson("before it: " + shown(x), x + report.text())),
                        AROUND.stream().map(x -> HostileBody.notJson("after it: " + shown(x), report.text() + x)),
                        BLANKS.stream().map(x -> HostileBody.event("before it: " + shown(x), x + report.text())),
                        BLANKS.stream().map(x -> HostileBody.event("after it: " + shown(x), report.text() + x)),
                        Stream.of(
                                HostileBody.notJson("twice", report.text() + report.text()),
                                HostileBody.notJson("twice, in lines", report.text() + "\n" + report.text()),
                                HostileBody.notAnEvent(
                                        "twice, in a list", "[" + report.text() + "," + report.text() + "]"),
                                HostileBody.notAnEvent("in an object", "{\"body\":" + report.text() + "}"),
                                HostileBody.notAnEvent(
                                        "in a string", '"' + report.text().replace("\"", "\\\"") + '"')))
                .flatMap(family -> family);
    }

    /** A report that broke off, at every point. */
    static Stream<HostileBody> truncated(StatusReportJson report) {
        String text = report.text();
        return IntStream.range(0, text.length())
                .mapToObj(end -> HostileBody.notJson("broken off after " + end, text.substring(0, end)));
    }

    private static String shown(String text) {
        StringBuilder shown = new StringBuilder();
        text.chars().forEach(c -> shown.append(c > ' ' && c < 0x7f ? (char) c : String.format("U+%04X ", c)));
        return shown.toString();
    }
}
