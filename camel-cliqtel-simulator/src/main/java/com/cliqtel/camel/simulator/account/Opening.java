/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.account;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What an account is like when it is opened.
 *
 * @param numbers in the order they are listed; ids and numbers differ
 * @param tariff wallet and price
 * @param fate what becomes of messages
 * @param shelf the room for messages
 * @param lists how lists are
 */
public record Opening(List<AccountNumber> numbers, Tariff tariff, Fate fate, Shelf shelf, Lists lists) {

    /**
     * Refuses ambiguous numbers.
     *
     * @throws IllegalArgumentException when two numbers share an id or a number
     */
    public Opening {
        numbers = List.copyOf(numbers);
        Set<Object> seen = new HashSet<>();
        for (AccountNumber number : numbers) {
            if (!seen.add(number.id()) || !seen.add(number.number())) {
                throw new IllegalArgumentException(
                        "The account has two numbers with the id " + number.id() + " or the number " + number.number());
            }
        }
    }

    /**
     * What an account has that nobody has used yet.
     *
     * @return no message, and the whole wallet
     */
    public AccountState unused() {
        return new AccountState(List.of(), tariff.balance(), shelf.firstId());
    }
}
