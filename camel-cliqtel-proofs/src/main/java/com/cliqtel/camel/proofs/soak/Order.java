/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.soak;

/**
 * An SMS that is wanted once.
 *
 * @param number which one, from 0
 * @param key its idempotency key; empty for none
 * @param numberId the number it is sent from
 * @param to the recipient
 * @param text what it says
 */
record Order(int number, String key, long numberId, String to, String text) {

    boolean hasKey() {
        return !key.isEmpty();
    }

    /** What the account can tell orders apart by. */
    String sms() {
        return to + ' ' + text;
    }
}
