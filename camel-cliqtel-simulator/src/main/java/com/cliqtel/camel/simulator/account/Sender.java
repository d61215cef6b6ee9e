/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.account;

/** Which of the account's numbers a message is to be sent from, in either of the two ways the reference offers. */
public sealed interface Sender {

    /**
     * Whether a number is the one meant.
     *
     * @param number one of the account's
     * @return true when it is
     */
    boolean means(AccountNumber number);

    /**
     * By the number itself.
     *
     * @param number in E.164 format
     */
    record ByNumber(String number) implements Sender {
        @Override
        public boolean means(AccountNumber candidate) {
            return candidate.number().equals(number);
        }
    }

    /**
     * By its id.
     *
     * @param id as in GET /numbers
     */
    record ById(long id) implements Sender {
        @Override
        public boolean means(AccountNumber candidate) {
            return candidate.id() == id;
        }
    }
}
