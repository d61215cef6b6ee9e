/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.examples.orders;

/**
 * An order that has shipped, as it comes in the queue: {@code {"id": "A-1001", "phone": "+31612345678", "item": "A lamp"}}.
 *
 * @param id names it, 1 to 40 letters, digits and dashes: the same id is the same order
 * @param phone the customer's number
 * @param item what was ordered, 1 to 100 characters
 */
public record Order(String id, String phone, String item) {

    public Order {
        if (id == null || !id.matches("[A-Za-z0-9-]{1,40}")) {
            throw new IllegalArgumentException("an order's id is 1 to 40 letters, digits and dashes");
        }
        if (phone == null || phone.isBlank() || phone.length() > 30) {
            throw new IllegalArgumentException("order " + id + " has no phone number to tell");
        }
        if (item == null || item.isBlank() || item.length() > 100) {
            throw new IllegalArgumentException("order " + id + " has no item of 1 to 100 characters");
        }
    }

    /** Without the customer's number. */
    @Override
    public String toString() {
        return "Order[id=" + id + ", item=" + item + "]";
    }
}
