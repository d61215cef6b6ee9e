/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.model;

/** Who an SMS is from: one of the account's numbers, by itself or by its id; never both, never neither. */
public sealed interface Sender {

    /**
     * A number of the account (the reference's {@code from}).
     *
     * @param number in E.164 form
     */
    record Number(PhoneNumber number) implements Sender {}

    /**
     * The id of a number of the account (the reference's {@code from_number_id}), as {@code GET /numbers} gives it.
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
