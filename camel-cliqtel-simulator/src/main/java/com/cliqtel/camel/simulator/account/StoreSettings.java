/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.account;

/**
 * Ids, retention and stored form of messages.
 *
 * @param firstId the id of the first message; greater than 0
 * @param maxMessages the number of messages that are kept, at least 1; beyond it the oldest are deleted
 * @param form the form in which sent messages are stored
 */
public record StoreSettings(long firstId, int maxMessages, StoredForm form) {

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if the first id or the number of messages is less than 1
     */
    public StoreSettings {
        if (firstId <= 0) {
            throw new IllegalArgumentException("firstMessageId must be greater than 0, not " + firstId);
        }
        if (maxMessages < 1) {
            throw new IllegalArgumentException("keepMessages must be 1 or more, not " + maxMessages);
        }
    }
}
