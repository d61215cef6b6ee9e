/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.fault;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Records which calls got which fault, so that a run can be replayed. Beyond the limits nothing more is recorded. Safe for use by
 * several threads.
 */
final class InjectionLog {

    /** The largest number of faults of a run that can be replayed. */
    static final int MOST = 100_000;

    /** The largest number of different calls of a run that can be replayed. */
    static final int MOST_SEEN = 200_000;

    private final Map<Long, Integer> seen = new HashMap<>();
    private final List<Struck> struck = new ArrayList<>();
    private long all;

    /** Counts a call, with or without a fault. Returns its number among equal calls, from 1. */
    synchronized int number(CallMatch call) {
        if (seen.size() >= MOST_SEEN) {
            all = Long.MAX_VALUE;
            seen.clear();
            struck.clear();
        }
        return all == Long.MAX_VALUE ? 0 : seen.merge(TextHash.of(call.toString()), 1, Integer::sum);
    }

    synchronized void add(CallMatch call, int number, Fault fault) {
        if (all < Long.MAX_VALUE && ++all <= MOST) {
            struck.add(new Struck(call, number, fault));
        }
    }

    /**
     * Of calls alike, the last first: a rule does not count what a rule before it strikes, and so each of them counts all
     * that came before its own.
     */
    synchronized List<FaultRule> replay() {
        if (all > MOST) {
            throw new IllegalStateException("This run is too long to be replayed: more than " + MOST
                    + " calls were struck, or " + MOST_SEEN + " different ones came. Right would be: a shorter run");
        }
        return struck.stream()
                .sorted(Comparator.comparingInt(Struck::number).reversed())
                .map(one -> FaultRule.calls(one.call(), one.fault()).nth(one.number()))
                .toList();
    }

    private record Struck(CallMatch call, int number, Fault fault) {}
}
