/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.webhook.verify.hostile;

import java.util.List;
import java.util.stream.Stream;

/** Fields of other types than the reference has: only the event's name and the message's id are needed. */
final class HostileFields {

    private static final List<String> NAMES =
            List.of("from", "to", "direction", "status", "segments", "cost", "currency", "created_at", "updated_at");

    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "-1",
            "1.5",
            "1e400",
            "99999999999999999999",
            "\"\"",
            "\" \"",
            "\"\\u0000\"",
            "\"DELIVERED\"",
            "\"1e2147483647\"",
            "[]",
            "[\"delivered\"]",
            "{}",
            "{\"id\":43}");

    private HostileFields() {}

    static Stream<HostileBody> bodies(StatusReportJson report) {
        return Stream.of(
                        NAMES.stream().flatMap(name -> VALUES.stream()
                                .map(value -> HostileBody.event(name + " is " + value, report.data(name, value)))),
                        Stream.of(
                                        "null",
                                        "true",
                                        "7",
                                        "[]",
                                        "{}",
                                        "\"\"",
                                        "\" \"",
                                        "\"\\u2003\"",
                                        "[\"sms.status_updated\"]")
                                .map(value ->
                                        HostileBody.notAnEvent("event is " + value, report.envelope("event", value))),
                        Stream.of(
                                        "\"sms.received\"",
                                        "\"SMS.STATUS_UPDATED\"",
                                        "\"sms.status_updated \"",
                                        "\"\\u0000\"",
                                        "\"\\ud800\"")
                                .map(value -> HostileBody.event("event is " + value, report.envelope("event", value))),
                        Stream.of(
                                        "null",
                                        "true",
                                        "42",
                                        "\"{\\\"id\\\":42}\"",
                                        "[]",
                                        "[{\"id\":42}]",
                                        "{}",
                                        "{\"data\":{\"id\":42}}")
                                .map(value ->
                                        HostileBody.notAnEvent("data is " + value, report.envelope("data", value))),
                        Stream.of(HostileBody.event("the id alone", report.envelope("data", "{\"id\":42}"))))
                .flatMap(family -> family);
    }
}
