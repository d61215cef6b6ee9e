/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.fault;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which calls of a run were struck by what. Safe for use by several threads; of a run that is too long, nothing more is remembered. */
final class Strikes {

    /** Most that are kept: beyond it, a run cannot be replayed. */
    static final int MOST = 100_000;

    /** Most calls unlike others that are counted: beyond it, a run cannot be replayed. */
    static final int MOST_SEEN = 200_000;

    private final Map<Long, Integer> seen = new HashMap<>();
    private final List<Struck> struck = new ArrayList<>();
    private long all;

    /** Counts a call, struck or not; gives its number among those like it, from 1. */
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
