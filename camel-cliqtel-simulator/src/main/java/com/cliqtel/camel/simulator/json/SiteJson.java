/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.json;

import java.util.Map;

import com.cliqtel.camel.simulator.account.Refusal;
import com.fasterxml.jackson.databind.JsonNode;

/** Reads and writes what the site says beside the API: for the page, and nothing of the reference. */
public final class SiteJson {

    private SiteJson() {}

    /**
     * An object.
     *
     * @param object texts, numbers, booleans, null, lists and maps
     * @return in one line
     */
    public static String write(Map<String, ?> object) {
        return Json.write(object);
    }

    /**
     * A text of a request.
     *
     * @param body the request, an object
     * @param field its name
     * @param most how many characters it may have
     * @return the text
     * @throws Refusal when there is none, or it is empty or too long
     */
    public static String text(byte[] body, String field, int most) {
        JsonNode value = Json.read(body).path(field);
        String text = value.isTextual() ? value.textValue() : "";
        if (text.isEmpty() || text.codePointCount(0, text.length()) > most) {
            throw Refusal.invalid("\"" + field + "\" must be a text of 1 to " + most + " characters");
        }
        return text;
    }

    /**
     * A yes or no of a request.
     *
     * @param body the request, an object
     * @param field its name
     * @return the value
     * @throws Refusal when there is none
     */
    public static boolean truth(byte[] body, String field) {
        JsonNode value = Json.read(body).path(field);
        if (!value.isBoolean()) {
            throw Refusal.invalid("\"" + field + "\" must be true or false");
        }
        return value.booleanValue();
    }
}
