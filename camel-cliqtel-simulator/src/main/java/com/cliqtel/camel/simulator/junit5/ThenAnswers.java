/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.junit5;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** How often something was asked, and what was answered. */
public final class ThenAnswers {

    private final Then then;
    private final Sightings sightings;
    private final Patience patience;
    private final String what;
    private final Supplier<List<Integer>> answers;

    ThenAnswers(Then then, Sightings sightings, Patience patience, String what, Supplier<List<Integer>> answers) {
        this.then = then;
        this.sightings = sightings;
        this.patience = patience;
        this.what = what;
        this.answers = answers;
    }

    /**
     * Just so often, and these were the answers.
     *
     * @param statuses HTTP statuses, in the order they were answered; 0 where there was no answer
     * @return to go on
     */
    public Then answered(int... statuses) {
        List<Integer> wanted = IntStream.of(statuses).boxed().toList();
        List<Integer> seen = patience.until(answers, now -> now.size() >= wanted.size());
        sightings.require(seen.equals(wanted), what + ", answered " + wanted, seen);
        return then;
    }

    /**
     * Just so often, whatever was answered.
     *
     * @param times 1 or more
     * @return to go on
     */
    public Then times(int times) {
        int seen = patience.until(answers, now -> now.size() >= times).size();
        sightings.require(seen == times, what + ", " + Sightings.times(times), seen);
        return then;
    }

    /**
     * Not by now.
     *
     * @return to go on
     */
    public Then never() {
        int seen = answers.get().size();
        sightings.require(seen == 0, what + ", never", seen);
        return then;
    }
}
