/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.fault;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which calls of a run were struck by what. Safe for use by several threads; remembers a count for each call unlike others. */
final class Strikes {

    /** Most that are kept: beyond it, a run cannot be replayed. */
    static final int MOST = 100_000;

    private final Map<Long, Integer> seen = new HashMap<>();
    private final List<Struck> struck = new ArrayList<>();
    private long all;

    /** Counts a call, struck or not; gives its number among those like it, from 1. */
    synchronized int number(CallMatch call) {
        return seen.merge(TextHash.of(call.toString()), 1, Integer::sum);
    }

    synchronized void add(CallMatch call, int number, Fault fault) {
        all++;
        if (struck.size() < MOST) {
            struck.add(new Struck(call, number, fault));
        }
    }

    /**
     * Of calls alike, the last first: a rule does not count what a rule before it strikes, and so each of them counts all
     * that came before its own.
     */
    synchronized List<FaultRule> replay() {
        if (all > MOST) {
            throw new IllegalStateException("Of this run's " + all + " struck calls the first " + MOST
                    + " are kept, so it cannot be replayed. Right would be: a shorter run");
        }
        return struck.stream()
                .sorted(Comparator.comparingInt(Struck::number).reversed())
                .map(one -> FaultRule.calls(one.call(), one.fault()).nth(one.number()))
                .toList();
    }

    private record Struck(CallMatch call, int number, Fault fault) {}
}
