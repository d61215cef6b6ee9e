/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.account;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The settings that an account is opened with.
 *
 * @param numbers the account's numbers, in the order of the list; ids and numbers are unique
 * @param tariff the initial balance and the price of a segment
 * @param delivery delivery time and failing recipients
 * @param store ids and retention of messages
 * @param lists behaviour of lists
 */
public record AccountSettings(
        List<AccountNumber> numbers,
        Tariff tariff,
        DeliverySettings delivery,
        StoreSettings store,
        ListSettings lists) {

    /**
     * Checks that ids and numbers are unique.
     *
     * @throws IllegalArgumentException when two numbers share an id or a number
     */
    public AccountSettings {
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
     * Returns the state of a new account.
     *
     * @return no messages, and the whole balance
     */
    public AccountState initialState() {
        return new AccountState(List.of(), tariff.balance(), store.firstId());
    }
}
