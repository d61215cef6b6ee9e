/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.model;

import java.io.Serializable;
import java.util.Map;
import java.util.OptionalInt;

/**
 * How far an SMS has come, in the API's own word. The set is open: a word that the reference does not list is carried
 * as it came.
 *
 * @param word such as {@code delivered}
 */
public record DeliveryStatus(String word) implements Serializable {

    /** Accepted, not yet handed to a carrier. */
    public static final DeliveryStatus QUEUED = new DeliveryStatus("queued");

    /** Handed to a carrier. */
    public static final DeliveryStatus SENT = new DeliveryStatus("sent");

    /** On the recipient's phone: final. */
    public static final DeliveryStatus DELIVERED = new DeliveryStatus("delivered");

    /** Not delivered and not going to be: final. */
    public static final DeliveryStatus FAILED = new DeliveryStatus("failed");

    private static final Map<DeliveryStatus, Integer> RANKS = Map.of(QUEUED, 0, SENT, 1, DELIVERED, 2, FAILED, 2);

    /** Whether nothing is expected to follow: true for {@code delivered} and {@code failed}. */
    public boolean isFinal() {
        return equals(DELIVERED) || equals(FAILED);
    }

    /** How far along the way it is: 0 for {@code queued}, 1 for {@code sent}, 2 for the final ones; empty for an unknown word. */
    public OptionalInt rank() {
        Integer rank = RANKS.get(this);
        return rank == null ? OptionalInt.empty() : OptionalInt.of(rank);
    }

    /** The API's word. */
    @Override
    public String toString() {
        return word;
    }
}
