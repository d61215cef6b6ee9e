/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.ledger;

/**
 * The result of {@link Ledger#claim}. Immutable and thread-safe.
 *
 * @param state the state of the key before the claim
 * @param record the record that was stored with the key; "" for {@link State#NEW}; never null
 */
public record Claim(State state, String record) {

    /** The state of a key before a claim. */
    public enum State {
        /** The key was unknown. The caller holds the claim and does the work. */
        NEW,
        /** Another claim is in progress, and its lease hasn't expired. The caller does nothing. */
        IN_PROGRESS,
        /**
         * An earlier claim has no result: its lease expired, or it was abandoned. The caller holds the claim now, and must find out
         * whether the work was done before doing it again.
         */
        EXPIRED,
        /** The work is done. The caller does nothing. */
        DONE
    }

    /** Returns the state, and the record's length but not its text, which may contain personal data. */
    @Override
    public String toString() {
        return "Claim[" + state + ", record of " + record.length() + " characters]";
    }
}
