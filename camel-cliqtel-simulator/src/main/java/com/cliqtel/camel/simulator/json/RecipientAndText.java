/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.json;

import com.cliqtel.camel.simulator.account.Refusal;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * The recipient and the text of a send request, as far as they can be read. Nothing is validated.
 *
 * @param to the recipient; null if there is none
 * @param text the text; null if there is none
 */
public record RecipientAndText(String to, String text) {

    private static final RecipientAndText NOBODY = new RecipientAndText(null, null);

    /**
     * Reads it.
     *
     * @param utf8 the request body
     * @return with null for a value that can't be read
     */
    public static RecipientAndText read(byte[] utf8) {
        try {
            JsonNode json = Json.read(utf8);
            return new RecipientAndText(
                    json.path("to").textValue(), json.path("body").textValue());
        } catch (Refusal noJson) {
            return NOBODY;
        }
    }

    @Override
    public String toString() {
        return "Addressed[…]";
    }
}
