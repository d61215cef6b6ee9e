/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.webhook.verify.hostile;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The reference's status report, with any of its fields replaced by any JSON. Immutable. */
final class StatusReportJson {

    private final Map<String, String> data;
    private final Map<String, String> envelope;

    private StatusReportJson(Map<String, String> data, Map<String, String> envelope) {
        this.data = data;
        this.envelope = envelope;
    }

    /** Of this time, so that it is neither old nor from the future. */
    static StatusReportJson of(Instant time) {
        String now = '"' + time.truncatedTo(ChronoUnit.SECONDS).toString().replace("Z", "+00:00") + '"';
        Map<String, String> data = new LinkedHashMap<>();
        data.put("id", "42");
        data.put("from", "\"+16625163513\"");
        data.put("to", "\"+31612345678\"");
        data.put("direction", "\"outbound\"");
        data.put("status", "\"delivered\"");
        data.put("segments", "1");
        data.put("cost", "0.008");
        data.put("currency", "\"EUR\"");
        data.put("created_at", now);
        data.put("updated_at", now);
        Map<String, String> envelope = new LinkedHashMap<>();
        envelope.put("event", "\"sms.status_updated\"");
        envelope.put("data", null);
        envelope.put("timestamp", now);
        return new StatusReportJson(data, envelope);
    }

    /** With a field of the message's replaced, or one more. */
    String data(String field, String json) {
        return new StatusReportJson(with(data, field, json), envelope).text();
    }

    /** With a field of the envelope's replaced, or one more. */
    String envelope(String field, String json) {
        return new StatusReportJson(data, with(envelope, field, json)).text();
    }

    /** With further members, as written, at the end of the message's. */
    String more(String members) {
        return text().replace("},\"timestamp\"", "," + members + "},\"timestamp\"");
    }

    /** Without a blank. */
    String text() {
        return written(with(envelope, "data", envelope.get("data") == null ? written(data) : envelope.get("data")));
    }

    private static Map<String, String> with(Map<String, String> fields, String field, String json) {
        Map<String, String> changed = new LinkedHashMap<>(fields);
        changed.put(field, json);
        return changed;
    }

    private static String written(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> '"' + field.getKey() + "\":" + field.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }
}
