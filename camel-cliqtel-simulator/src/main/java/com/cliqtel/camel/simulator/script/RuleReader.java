/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.script;

import java.util.List;
import java.util.Optional;

import com.cliqtel.camel.simulator.fault.Acceptance;
import com.cliqtel.camel.simulator.fault.CallMatch;
import com.cliqtel.camel.simulator.fault.Fault;
import com.cliqtel.camel.simulator.fault.FaultChoice;
import com.cliqtel.camel.simulator.fault.FaultRule;
import com.cliqtel.camel.simulator.fault.Mix;
import com.cliqtel.camel.simulator.fault.Occurrence;
import com.cliqtel.camel.simulator.fault.Symptom;
import com.cliqtel.camel.simulator.json.DocumentNode;

/**
 * Reads rules: which calls, which of them, and which fault.
 *
 * @param seed of mixes that have none
 */
record RuleReader(long seed) {

    FaultRule rule(Section from) {
        return from.made(() -> new FaultRule(choice(from), match(from), occurrence(from)));
    }

    private static CallMatch match(Section from) {
        from.find("where").ifPresent(where -> {
            throw where.place()
                    .wrong("a condition in Java cannot be read back. Right would be: method, path, to or text,"
                            + " or a replay of the run");
        });
        CallMatch on = from.leaf("on", Section.word(ScriptKeywords.ON))
                .orElseThrow(() -> from.place().wrong("\"on\" is missing. Right would be: on: sends, or on: calls"));
        if (on.equals(CallMatch.SENDS) && (from.has("method") || from.has("path"))) {
            throw from.place().wrong("sends have their method and path. Right would be: on: calls");
        }
        from.atMostOne(List.of("text", "text-hash"));
        return new CallMatch(
                from.leaf("method", text -> new CallMatch(text, null, null, null).method())
                        .orElse(on.method()),
                from.leaf("path", text -> new CallMatch(null, text, null, null).path())
                        .orElse(on.path()),
                from.leaf("to", text -> CallMatch.CALLS.to(text).to()).orElse(null),
                from.leaf("text", CallMatch::hash)
                        .or(() -> from.leaf("text-hash", text -> new CallMatch(null, null, null, text).textHash()))
                        .orElse(null));
    }

    private static Occurrence occurrence(Section from) {
        from.atMostOne(List.of("nth", "next", "for"));
        Optional<Occurrence> nth = from.leaf("nth", text -> new Occurrence.Nth(Long.parseLong(text)));
        return nth.or(() -> from.leaf("next", text -> new Occurrence.Next(Long.parseLong(text))))
                .or(() -> from.leaf("for", text -> new Occurrence.Lasting(ScriptDurations.read(text))))
                .orElse(new Occurrence.Always());
    }

    private FaultChoice choice(Section from) {
        if (!from.has("mix")) {
            from.find("seed").ifPresent(seedOfNothing -> {
                throw seedOfNothing.place().wrong("without \"mix\" there is nothing to draw");
            });
            return fault(from);
        }
        ScriptKeywords.FAULT.forEach(name -> from.atMostOne(List.of("mix", name)));
        List<Mix.Share> shares = Section.items(from.find("mix").orElseThrow()).stream()
                .map(item -> share(Section.of(item, ScriptKeywords.SHARE)))
                .toList();
        return new Mix(from.count("seed").orElse(seed), shares);
    }

    private static Mix.Share share(Section from) {
        double percent = from.number("percent")
                .orElseThrow(() -> from.place().wrong("\"percent\" is missing. Right would be: percent: 10"));
        return from.made(() -> new Mix.Share(percent, fault(from)));
    }

    private static Fault fault(Section from) {
        Symptom symptom = from.find("sees").map(SymptomReader::symptom).orElseThrow(() -> from.place()
                .wrong("\"sees\" is missing. Right would be: sees: reset"));
        Acceptance acceptance = from.find("accepted")
                .map(RuleReader::acceptance)
                .or(() -> onlyAcceptance(symptom))
                .orElseThrow(() -> from.place().wrong("\"accepted\" is missing. Right would be: accepted: no, or yes"));
        Fault fault = from.made(() -> Fault.of(acceptance, symptom));
        return from.leaf("name", fault::named).orElse(fault);
    }

    private static Acceptance acceptance(DocumentNode value) {
        if (value instanceof DocumentNode.Fields) {
            Section late = Section.of(value, ScriptKeywords.ACCEPTED);
            return late.leaf("late", text -> new Acceptance.Late(ScriptDurations.read(text)))
                    .orElseThrow(() -> value.place().wrong("\"late\" is missing. Right would be: late: 5s"));
        }
        return Section.leaf(value, Section.word(ScriptKeywords.YES_NO));
    }

    /** Optional if only one is possible. */
    private static Optional<Acceptance> onlyAcceptance(Symptom symptom) {
        if (symptom.needsAnswer()) {
            return Optional.of(new Acceptance.First());
        }
        return symptom.equals(Symptom.earlyReset()) ? Optional.of(new Acceptance.Never()) : Optional.empty();
    }
}
