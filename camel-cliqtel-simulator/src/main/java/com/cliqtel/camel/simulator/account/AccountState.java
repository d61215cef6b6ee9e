/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.account;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;

/**
 * What an account has at a moment. Immutable.
 *
 * @param messages those it keeps, in the order of their ids
 * @param balance what is in the wallet, in {@link Tariff#CURRENCY}; 0 or more
 * @param nextId what the next message will be called; above the ids of all messages
 */
public record AccountState(List<Message> messages, BigDecimal balance, long nextId) {

    /**
     * Refuses what no account could have.
     *
     * @throws IllegalArgumentException when ids do not ascend from above 0 to below the next one, or the wallet is below 0
     */
    public AccountState {
        messages = List.copyOf(messages);
        Objects.requireNonNull(balance, "balance");
        if (balance.signum() < 0) {
            throw new IllegalArgumentException("the balance must be 0 or more, not " + balance);
        }
        long last = 0;
        for (Message message : messages) {
            if (message.id() <= last) {
                throw new IllegalArgumentException("ids must ascend, but " + message.id() + " comes after " + last);
            }
            last = message.id();
        }
        if (nextId <= last) {
            throw new IllegalArgumentException("the next id must be above " + last + ", not " + nextId);
        }
    }

    /** Says how much there is, but no text and no number. */
    @Override
    public String toString() {
        return "AccountState[" + messages.size() + " messages, next id " + nextId + "]";
    }
}
