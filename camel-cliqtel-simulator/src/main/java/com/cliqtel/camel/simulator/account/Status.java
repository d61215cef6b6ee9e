/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.account;

/** How far a message has come, in this order. The reference names these four and no others. */
public enum Status implements ApiWord {
    /** Accepted, and paid for. */
    QUEUED,
    /** Given to the carrier. */
    SENT,
    /** On the recipient's phone. What inbound messages are from the start. */
    DELIVERED,
    /** Given up. */
    FAILED;

    /**
     * Whether nothing comes after it.
     *
     * @return true for {@link #DELIVERED} and {@link #FAILED}
     */
    public boolean isFinal() {
        return compareTo(SENT) > 0;
    }
}
