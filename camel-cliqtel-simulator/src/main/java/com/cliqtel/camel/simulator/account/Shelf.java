/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.account;

/**
 * The room there is for messages.
 *
 * @param firstId the id of the first message; greater than 0
 * @param most how many are kept: beyond it, those accepted or received first are forgotten; 1 or more
 * @param form the form in which sent messages are stored
 */
public record Shelf(long firstId, int most, StoredForm form) {

    /**
     * Refuses what is none.
     *
     * @throws IllegalArgumentException when the first id is not above 0, or there is no room at all
     */
    public Shelf {
        if (firstId <= 0) {
            throw new IllegalArgumentException("firstMessageId must be greater than 0, not " + firstId);
        }
        if (most < 1) {
            throw new IllegalArgumentException("keepMessages must be 1 or more, not " + most);
        }
    }
}
