/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.webhook.verify.hostile;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import com.cliqtel.camel.webhook.verify.HttpAnswer;

/** Timestamps: what cannot be read as one proves nothing and refuses nothing. */
final class HostileTimes {

    private static final List<String> UNREADABLE = List.of(
            "null",
            "true",
            "0",
            "1775211333",
            "1e400",
            "[]",
            "{}",
            "\"\"",
            "\"now\"",
            "\"yesterday\"",
            "\"2026-04-03\"",
            "\"2020-01-01T00:00:00\"",
            "\"2020-01-01 00:00:00\"",
            "\"2020-02-30T00:00:00Z\"",
            "\"2020-01-01T24:00:01Z\"",
            "\"2020-01-01T00:00:60Z\"",
            "\"2020-01-01T00:00:00+18:01\"",
            "\"2020-01-01T00:00:00+99:99\"",
            "\"2020-01-01T00:00:00Europe/Amsterdam\"",
            "\"+1000000000-01-01T00:00:00Z\"",
            "\"99999-01-01T00:00:00Z\"",
            "\"2020-01-01T00:00:00.1234567890Z\"",
            "\"\\u0000\"",
            "\"２０２０-01-01T00:00:00Z\"");

    private static final List<String> OLD = List.of(
            "1970-01-01T00:00:00Z",
            "2020-01-01 00:00:00+00:00",
            "2020-01-01T00:00:00+0000",
            "Wed, 01 Jan 2020 00:00:00 GMT",
            "2020/01/01 00:00:00 UTC",
            "0000-01-01T00:00:00Z",
            "-0001-01-01T00:00:00Z",
            "-999999999-01-01T00:00:00+18:00",
            "2020-01-01T00:00:00.999999999-18:00");

    private static final List<String> FUTURE = List.of(
            "9999-12-31T23:59:59Z",
            "+10000-01-01T00:00:00Z",
            "+999999999-12-31T23:59:59-18:00",
            "2999-01-01T00:00:00+18:00");

    private HostileTimes() {}

    static Stream<HostileBody> bodies(StatusReportJson report, Instant now) {
        return Stream.of(
                        UNREADABLE.stream().map(json -> HostileBody.event("no time: " + json, at(report, json))),
                        OLD.stream()
                                .map(time -> HostileBody.either(
                                        HttpAnswer.TOO_OLD, "old: " + time, at(report, quoted(time)))),
                        FUTURE.stream()
                                .map(time -> HostileBody.either(
                                        HttpAnswer.FROM_THE_FUTURE, "future: " + time, at(report, quoted(time)))),
                        readable(now).map(time -> HostileBody.event("now: " + time, at(report, quoted(time)))))
                .flatMap(family -> family);
    }

    /** This very time, in other words. */
    private static Stream<String> readable(Instant now) {
        Instant second = now.truncatedTo(ChronoUnit.SECONDS);
        return Stream.of(
                second.toString(),
                second.toString().toLowerCase(Locale.ROOT),
                second.plusNanos(1).toString(),
                second.atOffset(ZoneOffset.MAX).toString(),
                second.atOffset(ZoneOffset.MIN).toString(),
                second.atOffset(ZoneOffset.ofHoursMinutesSeconds(1, 2, 3)).toString());
    }

    private static String at(StatusReportJson report, String json) {
        return report.envelope("timestamp", json);
    }

    private static String quoted(String text) {
        return '"' + text + '"';
    }
}
