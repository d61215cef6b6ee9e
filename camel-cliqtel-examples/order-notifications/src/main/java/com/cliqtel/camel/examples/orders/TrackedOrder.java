/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.examples.orders;

import java.time.Instant;

/**
 * An order as the page shows it.
 *
 * @param n counts the orders, from 1
 * @param id the order's id
 * @param item what was ordered
 * @param phone the customer's number, all but its end hidden
 * @param status taken, queued, sent, delivered or failed
 * @param reason why it failed; null if it did not
 * @param message the SMS; null while there is none
 * @param tries how often the queue has handed it over
 * @param version grows with each change
 * @param changed when the status last changed
 */
public record TrackedOrder(
        long n,
        String id,
        String item,
        String phone,
        String status,
        String reason,
        Long message,
        int tries,
        long version,
        Instant changed) {

    private static final int SHOWN = 3;

    static String masked(String phone) {
        return "… " + phone.substring(Math.max(0, phone.length() - SHOWN));
    }
}
