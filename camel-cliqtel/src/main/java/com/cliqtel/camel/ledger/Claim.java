/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.ledger;

/**
 * What a {@link Ledger} answers to a claim.
 *
 * <p>Immutable and thread-safe.
 *
 * @param state what was found
 * @param record what was stored with the key; "" for {@link State#NEW}; never null
 */
public record Claim(State state, String record) {

    /** What was found at a key. */
    public enum State {
        /** Nothing: the caller has the claim and goes on. */
        NEW,
        /** Somebody's claim whose lease still runs: the caller leaves it alone. */
        IN_PROGRESS,
        /**
         * A claim that never came to an end: its lease ran out or it was abandoned. The caller has it now, and finds out
         * what became of it before doing anything again.
         */
        EXPIRED,
        /** The end, which stays: the caller does nothing. */
        DONE
    }

    /** A record without its text, for it may tell of people. */
    @Override
    public String toString() {
        return "Claim[" + state + ", record of " + record.length() + " characters]";
    }
}
