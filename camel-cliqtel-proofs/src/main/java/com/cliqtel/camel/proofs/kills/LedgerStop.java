/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.kills;

/**
 * The call to the ledger at which a process stops.
 *
 * @param side before or after the call
 * @param call the method and the purpose of the key, such as {@code close send}
 * @param nth the number of the call among those for an SMS, from 1; takes of an entry that another process holds are not counted
 */
record LedgerStop(Side side, String call, int nth) {

    enum Side {
        BEFORE,
        AFTER,
        /** After the call, without a stop: the process says so and goes on at once. */
        PASSED
    }

    static LedgerStop parse(String text) {
        String[] words = text.split(":");
        return new LedgerStop(Side.valueOf(words[0]), words[1], Integer.parseInt(words[2]));
    }

    /** What {@code parse} reads. */
    @Override
    public String toString() {
        return side + ":" + call + ":" + nth;
    }
}
