/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.model;

import java.io.Serializable;

/**
 * The direction of an SMS. A word that the reference doesn't list is kept unchanged.
 *
 * @param word the API's word: {@code outbound} or {@code inbound}
 */
public record Direction(String word) implements Serializable {

    /** From the account to a phone. */
    public static final Direction OUTBOUND = new Direction("outbound");

    /** From a phone to the account. */
    public static final Direction INBOUND = new Direction("inbound");

    /** Returns the API's word. */
    @Override
    public String toString() {
        return word;
    }
}
