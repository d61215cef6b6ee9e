/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.script;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import com.cliqtel.camel.simulator.fault.Reply;
import com.cliqtel.camel.simulator.fault.Symptom;
import com.cliqtel.camel.simulator.json.DocumentNode;

/** Reads what a client sees. */
final class SymptomReader {

    private static final List<String> KINDS = List.of("slow", "after", "too-many-requests", "status");
    private static final List<String> OF_REPLIES = ScriptKeywords.SEES.stream()
            .filter(name -> !KINDS.contains(name) && !name.equals("then"))
            .toList();

    private SymptomReader() {}

    static Symptom symptom(DocumentNode value) {
        if (value instanceof DocumentNode.Leaf) {
            return Section.leaf(value, Section.word(ScriptKeywords.SYMPTOMS));
        }
        Section from = Section.of(value, ScriptKeywords.SEES);
        from.atMostOne(KINDS);
        if (from.has("status")) {
            return from.made(() -> reply(from));
        }
        OF_REPLIES.stream().filter(from::has).findFirst().ifPresent(name -> {
            throw from.place().wrong("\"" + name + "\" goes with \"status\" only");
        });
        if (from.has("after") != from.has("then")) {
            throw from.place().wrong("\"after\" and \"then\" go together, such as after: 5s and then: reset");
        }
        return from.leaf("slow", text -> Symptom.slow(ScriptDurations.read(text)))
                .or(() -> from.section("too-many-requests", ScriptKeywords.RETRY)
                        .map(retry -> retry.made(() -> retry(retry, Symptom.tooManyRequests()))))
                .or(() -> from.time("after").map(late -> after(from, late)))
                .orElseThrow(() -> from.place().wrong("one of these is missing: " + String.join(", ", KINDS)));
    }

    private static Symptom after(Section from, Duration delay) {
        Symptom then = symptom(from.find("then").orElseThrow());
        return from.made(() -> then.after(delay));
    }

    private static Reply reply(Section from) {
        if (from.has("then")) {
            throw from.place().wrong("\"then\" goes with \"after\" only");
        }
        from.atMostOne(ScriptKeywords.BODY);
        if (from.has("content-type") && !from.has("body")) {
            throw from.place().wrong("\"content-type\" goes with \"body\" only");
        }
        Reply reply = body(
                from,
                from.leaf("status", text -> Symptom.status(Integer.parseInt(text)))
                        .orElseThrow());
        for (Map.Entry<String, DocumentNode> header : headers(from).entrySet()) {
            Reply before = reply;
            reply = Section.leaf(header.getValue(), text -> before.header(header.getKey(), text));
        }
        return retry(from, reply);
    }

    private static Reply body(Section from, Reply reply) {
        if (from.leaf("html", Section.word(ScriptKeywords.YES_NO))
                .filter(ScriptKeywords.YES_NO.get("yes")::equals)
                .isPresent()) {
            return reply.html();
        }
        return from.leaf("json", reply::json)
                .or(() -> from.leaf("message", reply::message))
                .or(() -> from.section("error", ScriptKeywords.ERROR).map(error -> error(error, reply)))
                .or(() -> from.leaf(
                        "body",
                        text -> reply.body(
                                from.leaf("content-type", type -> type).orElse("text/plain"), text)))
                .orElse(reply);
    }

    private static Reply error(Section from, Reply reply) {
        return reply.error(
                from.leaf("code", text -> text).orElseThrow(() -> from.place().wrong("\"code\" is missing")),
                from.leaf("message", text -> text).orElse(""));
    }

    private static Map<String, DocumentNode> headers(Section from) {
        return from.find("headers")
                .map(value -> value instanceof DocumentNode.Fields fields ? fields : null)
                .map(DocumentNode.Fields::fields)
                .orElseGet(() -> {
                    from.find("headers").ifPresent(value -> {
                        throw value.place().wrong("here must be headers by their names");
                    });
                    return Map.of();
                });
    }

    private static Reply retry(Section from, Reply reply) {
        from.atMostOne(ScriptKeywords.RETRY);
        return from.find("retry-after")
                .map(value -> Section.leaf(value, text -> retryAfter(value, text, reply)))
                .or(() -> from.time("retry-at").map(reply::retryAt))
                .orElse(reply);
    }

    /** A number is seconds; in quotes it may be anything. */
    private static Reply retryAfter(DocumentNode value, String text, Reply reply) {
        boolean seconds = value instanceof DocumentNode.Leaf leaf && leaf.kind() == DocumentNode.Kind.NUMBER;
        return seconds ? reply.retryAfter(Long.parseLong(text)) : reply.retryAfter(text);
    }
}
