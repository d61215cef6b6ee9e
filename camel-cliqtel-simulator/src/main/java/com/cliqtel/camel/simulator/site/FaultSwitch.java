/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.site;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.cliqtel.camel.simulator.fault.Fault;
import com.cliqtel.camel.simulator.fault.FaultRule;
import com.cliqtel.camel.simulator.fault.Faults;
import com.cliqtel.camel.simulator.fault.Symptom;

/**
 * A fault that can be switched on and off on the page.
 *
 * @param name in the path
 * @param label for people
 * @param meaning a sentence for people
 * @param rule what goes wrong while it is on
 */
record FaultSwitch(String name, String label, String meaning, FaultRule rule) {

    /** In the order they are shown. */
    static final List<FaultSwitch> ALL = List.of(
            new FaultSwitch(
                    "storm",
                    "429 storm",
                    "Every call is refused with 429 and Retry-After: 5; nothing reaches the account.",
                    every(Fault.beforeAcceptance(Symptom.tooManyRequests().retryAfter(5)))),
            new FaultSwitch(
                    "slow",
                    "Slow",
                    "Every answer comes three seconds late.",
                    every(Fault.afterAcceptance(Symptom.slow(Duration.ofSeconds(3))))),
            new FaultSwitch(
                    "error",
                    "500",
                    "Every call is answered with a gateway's 500; nothing reaches the account.",
                    every(Fault.beforeAcceptance(Symptom.status(500).html()))),
            new FaultSwitch(
                    "drop",
                    "Drop",
                    "Every connection is reset; nothing reaches the account.",
                    every(Fault.beforeAcceptance(Symptom.reset()))),
            new FaultSwitch(
                    "lose",
                    "Lose answers",
                    "Every connection is reset when the account has done what it was asked: sent, and nobody knows.",
                    every(Fault.afterAcceptance(Symptom.reset()))));

    boolean isOn(Faults faults) {
        return faults.rules().contains(rule);
    }

    void turn(Faults faults, boolean on) {
        faults.remove(rule);
        if (on) {
            faults.add(rule);
        }
    }

    Map<String, Object> view(Faults faults) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("name", name);
        view.put("label", label);
        view.put("on", isOn(faults));
        view.put("meaning", meaning);
        return view;
    }

    /** All of them, and what else goes wrong. */
    static Map<String, Object> all(Faults faults) {
        List<FaultRule> ours = ALL.stream().map(FaultSwitch::rule).toList();
        List<String> others = faults.rules().stream()
                .filter(rule -> !ours.contains(rule))
                .map(rule -> rule.what() instanceof Fault fault ? fault.name() : "a mix of faults")
                .toList();
        return Map.of("switches", ALL.stream().map(one -> one.view(faults)).toList(), "rules", others);
    }

    private static FaultRule every(Fault fault) {
        return FaultRule.calls(fault);
    }
}
