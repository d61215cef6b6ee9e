/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.model;

import java.io.Serializable;
import java.util.Map;
import java.util.OptionalInt;

/**
 * The delivery status of an SMS. A word that the reference doesn't list is kept unchanged.
 *
 * @param word the API's word, such as {@code delivered}
 */
public record DeliveryStatus(String word) implements Serializable {

    /** The API accepted the SMS. */
    public static final DeliveryStatus QUEUED = new DeliveryStatus("queued");

    /** The SMS was handed to a carrier. */
    public static final DeliveryStatus SENT = new DeliveryStatus("sent");

    /** The SMS is on the recipient's phone. This status is final. */
    public static final DeliveryStatus DELIVERED = new DeliveryStatus("delivered");

    /** The SMS was not delivered and will not be. This status is final. */
    public static final DeliveryStatus FAILED = new DeliveryStatus("failed");

    private static final Map<DeliveryStatus, Integer> RANKS = Map.of(QUEUED, 0, SENT, 1, DELIVERED, 2, FAILED, 2);

    /** Returns whether no other status follows: true for {@code delivered} and {@code failed}. */
    public boolean isFinal() {
        return equals(DELIVERED) || equals(FAILED);
    }

    /** Returns the order of the status: 0 for {@code queued}, 1 for {@code sent}, 2 for a final one; empty for an unknown word. */
    public OptionalInt rank() {
        Integer rank = RANKS.get(this);
        return rank == null ? OptionalInt.empty() : OptionalInt.of(rank);
    }

    /** Returns the API's word. */
    @Override
    public String toString() {
        return word;
    }
}
