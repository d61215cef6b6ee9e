/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.account;

import java.util.Objects;

/**
 * A number of the account (reference: List SMS Numbers).
 *
 * @param id the {@code from_number_id}; greater than 0
 * @param number in E.164 format
 * @param countryCode two capital letters
 * @param numberType such as {@code local}
 * @param smsEnabled whether it can send SMS; one that cannot is neither listed nor allowed to send
 * @param active whether it can do anything at all; one that cannot is neither listed nor allowed to send
 */
public record AccountNumber(
        long id, String number, String countryCode, String numberType, boolean smsEnabled, boolean active) {

    /**
     * Refuses what no number could be.
     *
     * @throws IllegalArgumentException when the id, number or country is not as described
     */
    public AccountNumber {
        Objects.requireNonNull(numberType, "numberType");
        if (id <= 0) {
            throw new IllegalArgumentException("The id of a number must be greater than 0, not " + id);
        }
        if (!PhoneNumbers.isE164(number)) {
            throw new IllegalArgumentException(
                    "A number must be in E.164 format, such as +16625163513, not \"" + number + "\"");
        }
        if (!countryCode.matches("[A-Z]{2}")) {
            throw new IllegalArgumentException(
                    "A country code must be two capital letters, such as US, not \"" + countryCode + "\"");
        }
    }

    /**
     * This number, switched off.
     *
     * @return the same but inactive
     */
    public AccountNumber inactive() {
        return new AccountNumber(id, number, countryCode, numberType, smsEnabled, false);
    }

    /**
     * Whether it is listed and can send.
     *
     * @return active and SMS-enabled
     */
    public boolean canSend() {
        return active && smsEnabled;
    }
}
