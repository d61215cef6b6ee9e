/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.model;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A character that the GSM 7 bit alphabet doesn't have. A text with such a character is sent in UCS-2.
 *
 * @param character the character; for half a surrogate pair, which no encoding carries, {@code U+FFFD}
 * @param codePoint its Unicode code point, such as {@code U+2019}
 * @param position its position in the text, in code points from 0
 */
public record NonGsmCharacter(String character, String codePoint, int position) implements Serializable {

    private static final String REPLACEMENT = "\ufffd";

    /** Returns the character with a code point (0 to 0x10FFFF), at a position in code points from 0. */
    public static NonGsmCharacter of(int codePoint, int position) {
        boolean half = Character.getType(codePoint) == Character.SURROGATE;
        return new NonGsmCharacter(
                half ? REPLACEMENT : Character.toString(codePoint), String.format("U+%04X", codePoint), position);
    }

    static NonGsmCharacter of(JsonObject json) {
        return new NonGsmCharacter(
                JsonFields.text(json, "character"),
                JsonFields.text(json, "code_point"),
                JsonFields.integer(json, "position"));
    }

    /** Returns the character as JSON, with field names in the API's style. */
    public Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("character", character);
        json.put("code_point", codePoint);
        json.put("position", position);
        return json;
    }

    /** Returns the position only, since a list of the characters would show the text. */
    @Override
    public String toString() {
        return "NonGsmCharacter[position=" + position + "]";
    }
}
