/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.json;

import com.cliqtel.camel.simulator.account.Refusal;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * To whom a request is and what it says, as far as it can be read: whether it is right, others decide.
 *
 * @param to the recipient; null when there is none
 * @param text what it says; null when there is nothing
 */
public record Addressed(String to, String text) {

    private static final Addressed NOBODY = new Addressed(null, null);

    /**
     * Reads it.
     *
     * @param utf8 the bytes received, whatever they are
     * @return nulls in it for what cannot be read
     */
    public static Addressed read(byte[] utf8) {
        try {
            JsonNode json = Json.read(utf8);
            return new Addressed(json.path("to").textValue(), json.path("body").textValue());
        } catch (Refusal noJson) {
            return NOBODY;
        }
    }

    @Override
    public String toString() {
        return "Addressed[…]";
    }
}
