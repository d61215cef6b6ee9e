/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.reconcile;

/**
 * A send that has ended unknown.
 *
 * @param order what was to be sent
 * @param owner whose the message is
 * @param known what is known of it
 */
record Ended(SendOrder order, String owner, Unsettled known) {

    Likeness likeness() {
        return order.fingerprint().likeness();
    }

    /** The recipient, masked. */
    @Override
    public String toString() {
        return "Ended[" + order + "]";
    }
}
