/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.webhook.verify.hostile;

import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.cliqtel.camel.webhook.verify.HttpAnswer;

/** Names given twice, names that mean something to some languages, and many of them. */
final class HostileNames {

    private HostileNames() {}

    static Stream<HostileBody> bodies(StatusReportJson report) {
        return Stream.of(twice(report), special(report), many(report)).flatMap(family -> family);
    }

    /** Nothing in the bytes says which is meant; ECMAScript says the last. */
    private static Stream<HostileBody> twice(StatusReportJson report) {
        String text = report.text();
        return Stream.of(
                twice("id", report.more("\"id\":43")),
                twice("id, thrice", report.more("\"id\":43,\"id\":44")),
                twice("id, of no use first", text.replace("\"id\":42", "\"id\":{\"id\":1},\"id\":42")),
                twice("id, escaped", report.more("\"\\u0069d\":43")),
                twice("status", report.more("\"status\":\"failed\"")),
                twice("event", text.replace("{\"event\"", "{\"event\":\"sms.other\",\"event\"")),
                twice("event, null first", text.replace("{\"event\"", "{\"event\":null,\"event\"")),
                twice("data", text.replace(",\"data\"", ",\"data\":{\"id\":1},\"data\"")),
                twice(
                        "timestamp",
                        text.replace(",\"timestamp\"", ",\"timestamp\":\"9999-12-31T00:00:00Z\",\"timestamp\"")),
                twice("an unknown name", report.more("\"x\":1,\"x\":2")),
                twice("an empty name", report.more("\"\":1,\"\":2")),
                twice("deep", report.more("\"x\":[{\"y\":1,\"y\":1}]")),
                HostileBody.notAnEvent("two ids, the last of no use", report.more("\"id\":null")),
                HostileBody.notAnEvent("two events, the last of no use", text.replaceFirst("}$", ",\"event\":null}")),
                HostileBody.event("ids of another case", report.more("\"ID\":43,\"Id\":44,\" id\":45,\"id \":46")),
                HostileBody.event("ids at other places", report.envelope("id", "43")));
    }

    private static HostileBody twice(String what, String body) {
        return HostileBody.differs(HttpAnswer.NOT_AN_EVENT, HttpAnswer.PROCESSED, "twice: " + what, body);
    }

    private static Stream<HostileBody> special(StatusReportJson report) {
        return Stream.concat(
                Stream.of(
                                "__proto__",
                                "constructor",
                                "prototype",
                                "hasOwnProperty",
                                "toString",
                                "toJSON",
                                "length",
                                "@type",
                                "@class",
                                "$ref",
                                "class",
                                "",
                                "0",
                                "-1",
                                "1e3",
                                "\\u0000",
                                "\\ud800",
                                "\\ud83d\\ude00",
                                "a.b",
                                "[0]")
                        .map(name -> HostileBody.event(
                                "a name: " + name, report.data(name, "{\"id\":43,\"event\":\"x\",\"toJSON\":null}"))),
                Stream.of(
                        HostileBody.notAnEvent("an event by __proto__", "{\"__proto__\":" + report.text() + "}"),
                        HostileBody.notAnEvent(
                                "an id by __proto__", report.envelope("data", "{\"__proto__\":{\"id\":42}}")),
                        HostileBody.event("a type", report.envelope("@class", "\"javax.script.ScriptEngineManager\"")),
                        HostileBody.event("a type in a list", report.more("\"x\":[\"java.util.HashSet\",[]]"))));
    }

    private static Stream<HostileBody> many(StatusReportJson report) {
        return Stream.of(
                many(report, "names", 4_000, i -> "name-" + i),
                many(report, "names that are indices, backwards", 5_000, i -> String.valueOf(99_999 - i)),
                many(report, "names that are almost indices", 4_000, i -> String.valueOf(4_294_967_290L + i)),
                many(report, "names of one hash to Java", 2_048, i -> written(i, 11, "Aa", "BB")),
                many(report, "names of one hash to Jackson", 2_048, i -> written(i, 11, "AB", "B!")),
                many(report, "names that begin alike", 250, i -> "x".repeat(240) + i),
                HostileBody.event("a name of 49,000 characters", report.data("x".repeat(49_000), "0")),
                HostileBody.notAnEvent("a name of 60,000 characters", report.data("x".repeat(60_000), "0")));
    }

    private static HostileBody many(StatusReportJson report, String what, int count, IntFunction<String> name) {
        return HostileBody.event(
                count + " " + what,
                report.more(IntStream.range(0, count)
                        .mapToObj(i -> '"' + name.apply(i) + "\":0")
                        .collect(Collectors.joining(","))));
    }

    /** A number's bits, in two signs of one hash. */
    private static String written(int number, int bits, String zero, String one) {
        return IntStream.range(0, bits)
                .mapToObj(bit -> (number >> bit & 1) == 0 ? zero : one)
                .collect(Collectors.joining());
    }
}
