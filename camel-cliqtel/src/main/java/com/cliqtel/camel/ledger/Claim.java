/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.ledger;

/**
 * The result of {@link Ledger#take}. Immutable and thread-safe.
 *
 * @param state the state of the entry before the call
 * @param record the record that was stored with the entry; "" for {@link State#NEW}; never null
 */
public record Claim(State state, String record) {

    /** The claim of an entry that was unknown. */
    public static final Claim NEW = new Claim(State.NEW, "");

    /** The state of an entry before it was taken. */
    public enum State {
        /** The entry was unknown. The caller has it and does the work. */
        NEW,
        /**
         * An earlier owner has left the entry open: its lease ended, or it kept a record. The caller has the entry now, and the
         * record says what is known of the work.
         */
        RESUMED,
        /** Another owner has the entry, and its lease runs. The caller does nothing. */
        BUSY,
        /** The work is done. The caller does nothing. */
        CLOSED
    }

    /** Returns whether the caller has the entry. */
    public boolean isTaken() {
        return state == State.NEW || state == State.RESUMED;
    }

    /** Returns the state, and the record's length but not its text, which may contain personal data. */
    @Override
    public String toString() {
        return "Claim[" + state + ", record of " + record.length() + " characters]";
    }
}
