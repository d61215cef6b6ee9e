/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.script;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import com.cliqtel.camel.simulator.account.ListLag;
import com.cliqtel.camel.simulator.account.ListSettings;
import com.cliqtel.camel.simulator.fault.Acceptance;
import com.cliqtel.camel.simulator.fault.CallMatch;
import com.cliqtel.camel.simulator.fault.Fault;
import com.cliqtel.camel.simulator.fault.FaultRule;
import com.cliqtel.camel.simulator.fault.Mix;
import com.cliqtel.camel.simulator.fault.Occurrence;
import com.cliqtel.camel.simulator.webhook.WebhookSettings;

/** Writes a script as fields, in the words that the readers know. */
final class ScriptWriter {

    private ScriptWriter() {}

    static Map<String, Object> fields(FaultScript script) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("faults", script.rules().stream().map(ScriptWriter::rule).toList());
        script.webhooks().ifPresent(settings -> fields.put("webhooks", webhooks(settings)));
        script.clockSkew().ifPresent(ahead -> fields.put("clock-skew", ScriptDurations.write(ahead)));
        script.window().ifPresent(kind -> fields.put("window", ScriptKeywords.word(ScriptKeywords.WINDOWS, kind)));
        script.lists().ifPresent(lists -> fields.put("lists", lists(lists)));
        return fields;
    }

    private static Map<String, Object> rule(FaultRule rule) {
        Map<String, Object> fields = match(rule.match());
        if (!rule.isDescribed()) {
            fields.put("where", "a condition in Java");
        }
        occurrence(fields, rule.occurrence());
        if (rule.what() instanceof Mix mix) {
            fields.put("seed", mix.seed());
            fields.put("mix", mix.shares().stream().map(ScriptWriter::share).toList());
        } else if (rule.what() instanceof Fault fault) {
            fault(fields, fault);
        }
        return fields;
    }

    private static Map<String, Object> match(CallMatch match) {
        Map<String, Object> fields = new LinkedHashMap<>();
        boolean sends = CallMatch.SENDS.method().equals(match.method())
                && CallMatch.SENDS.path().equals(match.path());
        fields.put("on", sends ? "sends" : "calls");
        if (!sends) {
            putIfSaid(fields, "method", match.method());
            putIfSaid(fields, "path", match.path());
        }
        putIfSaid(fields, "to", match.to());
        putIfSaid(fields, "text-hash", match.textHash());
        return fields;
    }

    private static void occurrence(Map<String, Object> fields, Occurrence occurrence) {
        if (occurrence instanceof Occurrence.Nth nth) {
            fields.put("nth", nth.n());
        } else if (occurrence instanceof Occurrence.Next next) {
            fields.put("next", next.n());
        } else if (occurrence instanceof Occurrence.Lasting lasting) {
            fields.put("for", ScriptDurations.write(lasting.duration()));
        }
    }

    private static Map<String, Object> share(Mix.Share share) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("percent", share.percent());
        fault(fields, share.fault());
        return fields;
    }

    private static void fault(Map<String, Object> fields, Fault fault) {
        if (!fault.equals(Fault.of(fault.acceptance(), fault.symptom()))) {
            fields.put("name", fault.name());
        }
        fields.put("accepted", acceptance(fault.acceptance()));
        fields.put("sees", SymptomWriter.symptom(fault.symptom()));
    }

    private static Object acceptance(Acceptance acceptance) {
        return acceptance instanceof Acceptance.Late late
                ? Map.of("late", ScriptDurations.write(late.delay()))
                : ScriptKeywords.word(ScriptKeywords.YES_NO, acceptance);
    }

    private static Map<String, Object> webhooks(WebhookSettings settings) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("seed", settings.seed());
        fields.put("late", ScriptDurations.write(settings.latest()));
        fields.put("copies", settings.mostCopies());
        fields.put("order", ScriptKeywords.word(ScriptKeywords.WEBHOOK_ORDERS, settings.order()));
        fields.put("forged", settings.forgedShare());
        fields.put("signed", ScriptKeywords.word(ScriptKeywords.SIGNED, settings.form()));
        fields.put(
                "repeats",
                settings.repeats().stream().map(ScriptDurations::write).toList());
        fields.put("connections", settings.connections());
        return fields;
    }

    private static Map<String, Object> lists(ListSettings lists) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("order", ScriptKeywords.word(ScriptKeywords.LIST_ORDERS, lists.order()));
        fields.put("since", ScriptKeywords.word(ScriptKeywords.SINCE, lists.since()));
        ListLag lag = lists.lag();
        Map<String, Object> lagging = new LinkedHashMap<>();
        lagging.put("seed", lag.seed());
        lagging.put("least", ScriptDurations.write(lag.least()));
        lagging.put("most", ScriptDurations.write(lag.most()));
        lagging.put("late-share", lag.lateShare());
        lagging.put("late", ScriptDurations.write(lag.late()));
        fields.put("lag", lagging);
        return fields;
    }

    private static void putIfSaid(Map<String, Object> fields, String name, String value) {
        Optional.ofNullable(value).ifPresent(said -> fields.put(name, said));
    }
}
