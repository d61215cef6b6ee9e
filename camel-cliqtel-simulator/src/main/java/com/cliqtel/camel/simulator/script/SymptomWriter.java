/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.script;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import com.cliqtel.camel.simulator.fault.Reply;
import com.cliqtel.camel.simulator.fault.RetryAfter;
import com.cliqtel.camel.simulator.fault.Symptom;

/** Writes what a client sees. */
final class SymptomWriter {

    private static final Symptom TRUE_ANSWER = Symptom.slow(Duration.ZERO).undelayed();

    private SymptomWriter() {}

    static Object symptom(Symptom symptom) {
        if (symptom.lateness().isPresent()) {
            return late(symptom.lateness().get(), symptom.undelayed());
        }
        if (symptom instanceof Reply reply) {
            return reply(reply);
        }
        return ScriptKeywords.word(ScriptKeywords.SYMPTOMS, symptom);
    }

    private static Map<String, Object> late(Duration delay, Symptom then) {
        Map<String, Object> fields = new LinkedHashMap<>();
        if (then.equals(TRUE_ANSWER)) {
            fields.put("slow", ScriptDurations.write(delay));
        } else {
            fields.put("after", ScriptDurations.write(delay));
            fields.put("then", symptom(then));
        }
        return fields;
    }

    private static Object reply(Reply reply) {
        Map<String, Object> fields = new LinkedHashMap<>();
        if (withoutRetry(reply).equals(Symptom.tooManyRequests())) {
            retry(fields, reply.retryAfter());
            return fields.isEmpty() ? "too-many-requests" : Map.of("too-many-requests", fields);
        }
        fields.put("status", reply.status());
        if (!reply.body().isEmpty()
                && isBodyOf(reply, Symptom.status(reply.status()).html())) {
            fields.put("html", "yes");
        } else if (!reply.body().isEmpty() || !reply.contentType().isEmpty()) {
            fields.put("content-type", reply.contentType());
            fields.put("body", reply.body());
        }
        if (!reply.headers().isEmpty()) {
            fields.put("headers", reply.headers());
        }
        retry(fields, reply.retryAfter());
        return fields;
    }

    private static boolean isBodyOf(Reply reply, Reply other) {
        return reply.contentType().equals(other.contentType()) && reply.body().equals(other.body());
    }

    private static Reply withoutRetry(Reply reply) {
        return new Reply(reply.status(), reply.contentType(), reply.body(), reply.headers(), Optional.empty());
    }

    private static void retry(Map<String, Object> fields, Optional<RetryAfter> retryAfter) {
        retryAfter.ifPresent(retry -> {
            if (retry instanceof RetryAfter.Seconds seconds) {
                fields.put("retry-after", seconds.seconds());
            } else if (retry instanceof RetryAfter.Text text) {
                fields.put("retry-after", text.text());
            } else if (retry instanceof RetryAfter.Date date) {
                fields.put("retry-at", ScriptDurations.write(date.fromNow()));
            }
        });
    }
}
