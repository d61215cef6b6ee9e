/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.kills;

/**
 * Where a process stops in its ledger.
 *
 * @param side before the call, or after it
 * @param call the method and the purpose of the key, such as {@code done sms}
 * @param nth which of the calls for an order, from 1; claims that somebody else holds are not counted
 */
record Stop(Side side, String call, int nth) {

    enum Side {
        BEFORE,
        AFTER,
        /** After the call, without a stop: the process says so and goes on at once. */
        PASSED
    }

    static Stop parse(String text) {
        String[] words = text.split(":");
        return new Stop(Side.valueOf(words[0]), words[1], Integer.parseInt(words[2]));
    }

    /** What {@code parse} reads. */
    @Override
    public String toString() {
        return side + ":" + call + ":" + nth;
    }
}
