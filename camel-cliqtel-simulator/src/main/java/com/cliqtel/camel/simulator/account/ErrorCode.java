/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.account;

import java.util.Locale;

/** Why a call is refused: the error codes of the reference (Error Handling), and the one of its example. */
public enum ErrorCode {
    /** Missing or invalid API key. */
    UNAUTHENTICATED,
    /** Message or number not found. */
    NOT_FOUND,
    /** From number not found, inactive, or SMS not enabled. */
    NUMBER_NOT_FOUND,
    /** Missing or invalid request parameters. */
    VALIDATION_ERROR,
    /** Too many requests. */
    RATE_LIMITED,
    /** Carrier rejected the message. */
    SEND_FAILED,
    /** Wallet balance too low: in the reference's example, but not in its table. */
    INSUFFICIENT_BALANCE;

    /**
     * The code as the API writes it.
     *
     * @return such as {@code rate_limited}
     */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
