/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.fault;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

import com.cliqtel.camel.simulator.time.SimulatedTime;

/** Which of the matching calls get the fault of a rule. Immutable. */
public sealed interface Occurrence {

    /**
     * Starts counting.
     *
     * @param time the time to go by
     * @return a predicate, called once per call, that is true if the call gets the fault; thread-safe
     */
    BooleanSupplier counter(SimulatedTime time);

    /** Each. */
    record Always() implements Occurrence {
        @Override
        public BooleanSupplier counter(SimulatedTime time) {
            return () -> true;
        }
    }

    /**
     * A single one.
     *
     * @param n its number, from 1
     */
    record Nth(long n) implements Occurrence {

        /**
         * Refuses what is no number of a call.
         *
         * @throws IllegalArgumentException when it is less than 1
         */
        public Nth {
            ArgumentChecks.count("The number of a call", n);
        }

        @Override
        public BooleanSupplier counter(SimulatedTime time) {
            AtomicLong calls = new AtomicLong();
            return () -> calls.incrementAndGet() == n;
        }
    }

    /**
     * Those that come next.
     *
     * @param n how many, from 1
     */
    record Next(long n) implements Occurrence {

        /**
         * Refuses what is no number of calls.
         *
         * @throws IllegalArgumentException when it is less than 1
         */
        public Next {
            ArgumentChecks.count("The number of calls", n);
        }

        @Override
        public BooleanSupplier counter(SimulatedTime time) {
            AtomicLong calls = new AtomicLong();
            return () -> calls.incrementAndGet() <= n;
        }
    }

    /**
     * Each for a while, from when the rule is given to the simulator.
     *
     * @param duration zero to 365 days, in the simulator's time
     */
    record Lasting(Duration duration) implements Occurrence {

        /**
         * Refuses what is no such while.
         *
         * @throws IllegalArgumentException when it is negative or beyond 365 days
         */
        public Lasting {
            ArgumentChecks.delay("How long a rule lasts", duration);
        }

        @Override
        public BooleanSupplier counter(SimulatedTime time) {
            Instant end = time.now().plus(duration);
            return () -> time.now().isBefore(end);
        }
    }
}
