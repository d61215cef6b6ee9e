/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.account;

/** The data that a feature keeps for each account in use. Thread-safe. */
public interface AccountData {

    /** Returns the number of different SMS of the account that are being sent or searched. */
    int openSends(AccountKey account);

    /** Removes the data of an account that has been unused for long. */
    void forget(AccountKey account);
}
