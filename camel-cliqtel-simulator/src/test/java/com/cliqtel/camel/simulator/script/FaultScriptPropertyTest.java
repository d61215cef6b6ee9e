/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.script;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.cliqtel.camel.simulator.fault.CallMatch;
import com.cliqtel.camel.simulator.fault.Fault;
import com.cliqtel.camel.simulator.fault.FaultRule;
import com.cliqtel.camel.simulator.fault.Faults;
import com.cliqtel.camel.simulator.fault.IncomingCall;
import com.cliqtel.camel.simulator.fault.Injection;
import com.cliqtel.camel.simulator.fault.Symptom;
import com.cliqtel.camel.simulator.time.ManualTime;
import com.cliqtel.camel.simulator.time.SimulatedTime;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import static org.assertj.core.api.Assertions.assertThat;

class FaultScriptPropertyTest {

    private final ManualTime time = SimulatedTime.manual(Instant.parse("2026-04-03T10:15:30Z"));

    @Provide
    Arbitrary<FaultScript> scripts() {
        return ScriptGenerator.any();
    }

    @Property(tries = 500)
    void printedScriptIsReadUnchanged(@ForAll("scripts") FaultScript script) {
        assertThat(FaultScript.read(script.yaml())).as(script::yaml).isEqualTo(script);
        assertThat(FaultScript.read(script.json())).as(script::json).isEqualTo(script);
    }

    @Provide
    Arbitrary<List<FaultRule>> rules() {
        Arbitrary<CallMatch> matches = Arbitraries.of(
                CallMatch.CALLS,
                CallMatch.SENDS,
                CallMatch.SENDS.to("+31612345670"),
                CallMatch.CALLS.to(CallMatch.NONE),
                CallMatch.SENDS.text("text 1"));
        return ScriptGenerator.rules(matches).map(rules -> rules.stream()
                .map(rule -> rule.hashCode() % 5 == 0
                        ? rule.where(call -> call.text() == null || call.text().hashCode() % 2 == 0)
                        : rule)
                .toList());
    }

    @Property(tries = 200)
    void replayedScriptAffectsTheSameCallsInAnyOrder(@ForAll("rules") List<FaultRule> rules, @ForAll long seed) {
        // of a head nobody knows the text, so which message an early reset takes is up to the order
        List<FaultRule> whole = rules.stream()
                .filter(rule -> !(rule.what() instanceof Fault fault && fault.symptom() == Symptom.earlyReset()))
                .toList();
        Faults original = new Faults(whole, time);
        Map<String, Long> struck = run(original, calls(seed).parallelStream());

        String printed = ScriptGenerator.of(original.replay()).yaml();
        Faults again = new Faults(FaultScript.read(printed).rules(), time);

        assertThat(run(again, calls(seed + 1).parallelStream())).isEqualTo(struck);
        assertThat(run(new Faults(again.replay(), time), calls(seed + 2).parallelStream()))
                .isEqualTo(struck);
    }

    @Property(tries = 100)
    void replayedScriptAffectsTheSameCallsBeforeTheirBody(@ForAll("rules") List<FaultRule> rules, @ForAll long seed) {
        Faults original = new Faults(rules, time);
        Map<String, Long> struck = run(original, calls(seed).stream());

        Faults again = new Faults(
                FaultScript.read(ScriptGenerator.of(original.replay()).yaml()).rules(), time);

        assertThat(run(again, calls(seed).stream())).isEqualTo(struck);
    }

    /** While time goes on: how often each kind of call was struck by what. */
    private Map<String, Long> run(Faults faults, Stream<IncomingCall> calls) {
        return calls.flatMap(call -> {
                    time.advance(Duration.ofMillis(1));
                    IncomingCall head = new IncomingCall(call.method(), call.path(), call.query(), null, null);
                    Optional<Injection> early = faults.injectEarly(head);
                    return early.isPresent()
                            ? early.map(strike -> head.method() + head.path() + strike).stream()
                            : faults
                                    .inject(call)
                                    .map(strike -> call.method() + call.path() + call.to() + call.text() + strike)
                                    .stream();
                })
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    private static List<IncomingCall> calls(long order) {
        List<IncomingCall> calls = new ArrayList<>();
        IntStream.range(0, 60)
                .mapToObj(i ->
                        new IncomingCall("POST", "/api/v1/sms/messages", null, "+3161234567" + i % 3, "text " + i % 7))
                .forEach(calls::add);
        IntStream.range(0, 20)
                .mapToObj(i -> new IncomingCall("GET", "/api/v1/sms/messages", null, null, null))
                .forEach(calls::add);
        IntStream.range(0, 5)
                .mapToObj(i -> new IncomingCall("POST", "/api/v1/sms/messages", null, null, null))
                .forEach(calls::add);
        Collections.shuffle(calls, new Random(order));
        return calls;
    }
}
