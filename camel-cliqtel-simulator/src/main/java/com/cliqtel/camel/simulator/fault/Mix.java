/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A table of faults, each with its share of the calls; the remaining calls have no fault. Immutable.
 *
 * <p>There is one draw for each call. It depends on nothing but the seed, on what the call says (a message's recipient and
 * text; else method, path and query), and on how often that was said before: not on the order in which calls arrive. So a
 * run with the same seed has its faults at the same calls, for any number of threads.
 *
 * @param seed of the draws
 * @param shares the table
 */
public record Mix(long seed, List<Share> shares) implements FaultChoice {

    /**
     * Refuses a table that is none.
     *
     * @throws IllegalArgumentException when the shares are more than 100 % together, or one of the faults is an early
     *     reset
     */
    public Mix {
        shares = List.copyOf(shares);
        double sum = shares.stream().mapToDouble(Share::percent).sum();
        // so that ten times 0.1 is no more than 1
        if (sum > 100 + 1e-9) {
            throw new IllegalArgumentException("The shares of a mix must be at most 100 percent together, not " + sum);
        }
        if (shares.stream().anyMatch(share -> share.fault().isEarly())) {
            throw new IllegalArgumentException("A mix draws by the text, which an early reset does not wait for."
                    + " Right would be: Symptom.reset(), or a rule of its own");
        }
    }

    /**
     * An empty table.
     *
     * @param seed any number
     * @return to be filled
     */
    public static Mix seeded(long seed) {
        return new Mix(seed, List.of());
    }

    /**
     * The same with one more fault.
     *
     * @param percent more than 0, at most 100
     * @param fault the fault of these calls
     * @return the table
     * @throws IllegalArgumentException when it is no such percentage, or more than 100 with those before
     */
    public Mix with(double percent, Fault fault) {
        List<Share> more = new ArrayList<>(shares);
        more.add(new Share(percent, fault));
        return new Mix(seed, more);
    }

    @Override
    public Function<IncomingCall, Optional<Fault>> chooser() {
        SeededDraws draws = new SeededDraws(seed);
        return call -> at(draws.next(call.content()) * 100);
    }

    private Optional<Fault> at(double point) {
        double end = 0;
        for (Share share : shares) {
            end += share.percent();
            if (point < end) {
                return Optional.of(share.fault());
            }
        }
        return Optional.empty();
    }

    /**
     * A row of the table.
     *
     * @param percent of the calls; more than 0, at most 100
     * @param fault the fault of these calls
     */
    public record Share(double percent, Fault fault) {

        /**
         * Refuses what is no percentage.
         *
         * @throws IllegalArgumentException when it is not more than 0, or above 100
         */
        public Share {
            ArgumentChecks.percent("The share of a fault", percent);
        }
    }
}
