/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.wire;

import com.cliqtel.camel.text.PhoneNumber;

/** The sender of an SMS: a number of the account, or the id of one. */
public sealed interface Sender {

    /**
     * A number of the account (the reference's {@code from}).
     *
     * @param number in E.164 form
     */
    record Number(PhoneNumber number) implements Sender {}

    /**
     * The id of a number of the account (the reference's {@code from_number_id}), as {@code GET /numbers} returns it.
     *
     * @param id greater than 0
     */
    record NumberId(long id) implements Sender {
        /** @throws IllegalArgumentException when {@code id} is not greater than 0 */
        public NumberId {
            if (id <= 0) {
                throw new IllegalArgumentException(
                        "the number id " + id + " is not one: ids are greater than 0, see cliqtel:numbers");
            }
        }
    }
}
