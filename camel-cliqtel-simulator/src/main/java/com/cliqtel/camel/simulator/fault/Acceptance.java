/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.fault;

import java.time.Duration;

/** Whether and when a call with a fault reaches the account. Immutable. */
public sealed interface Acceptance {

    /** It does not: no message is accepted, nothing counts for the limits. */
    record Never() implements Acceptance {
        @Override
        public String toString() {
            return "before acceptance";
        }
    }

    /** It does before the client sees anything: a message is accepted if its request is right. */
    record First() implements Acceptance {
        @Override
        public String toString() {
            return "after acceptance";
        }
    }

    /**
     * It does a while after it was received, whatever the client has seen by then.
     *
     * @param delay zero to 365 days, in the simulator's time
     */
    record Late(Duration delay) implements Acceptance {

        /**
         * Refuses what is no such delay.
         *
         * @throws IllegalArgumentException when it is negative or beyond 365 days
         */
        public Late {
            ArgumentChecks.delay("The delay of an acceptance", delay);
        }

        @Override
        public String toString() {
            return "accepted after " + delay;
        }
    }
}
