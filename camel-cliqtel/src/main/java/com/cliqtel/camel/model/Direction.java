/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.model;

import java.io.Serializable;

/**
 * Which way an SMS goes, in the API's own word. The set is open: an unknown word is carried as it came.
 *
 * @param word {@code outbound} or {@code inbound}
 */
public record Direction(String word) implements Serializable {

    /** From the account to a phone. */
    public static final Direction OUTBOUND = new Direction("outbound");

    /** From a phone to the account. */
    public static final Direction INBOUND = new Direction("inbound");

    /** The API's word. */
    @Override
    public String toString() {
        return word;
    }
}
