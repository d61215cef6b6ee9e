/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.model;

import java.util.List;
import java.util.Map;

/**
 * The size and encoding of a text if it is sent as one message. The component calculates it without a call, so the API's own
 * count can differ.
 */
public final class Estimate extends ApiObject {

    /** The largest number of listed characters that force UCS-2, so that a long text doesn't make a large estimate. */
    public static final int LISTED = 100;

    private static final long serialVersionUID = 1L;

    private Estimate(Map<String, ?> json) {
        super(json);
    }

    /**
     * Creates a view over an estimate's JSON.
     *
     * @param json the fields that {@link #json()} returns; it is copied. Without one of the counts, its accessor throws
     *     IllegalArgumentException
     */
    public static Estimate of(Map<String, Object> json) {
        return new Estimate(json);
    }

    private int count(String name) {
        Integer count = JsonFields.integer(json, name);
        if (count == null) {
            throw new IllegalArgumentException("no whole number in the field " + name);
        }
        return count;
    }

    /** Returns the encoding of the text. */
    public Encoding encoding() {
        return Encoding.GSM_7.toString().equals(json.get("encoding")) ? Encoding.GSM_7 : Encoding.UCS_2;
    }

    /** Returns the number of segments, 1 or more; each one is charged. */
    public int segments() {
        return count("segments");
    }

    /** Returns the length of the text in code points. */
    public int characters() {
        return count("characters");
    }

    /** Returns the length of the text in UTF-16 units, as {@link String#length()} does. */
    public int utf16Units() {
        return count("utf16_units");
    }

    /**
     * Returns the length of the text in the units of the encoding. These are septets in GSM-7, where a character of the
     * extension table takes two, and UTF-16 units in UCS-2.
     */
    public int units() {
        return count("units");
    }

    /** Returns the first {@value #LISTED} characters that force UCS-2, in the text's order; empty in GSM-7. */
    public List<NonGsmCharacter> forcedBy() {
        List<?> characters = json.get("forced_by") instanceof List<?> list ? list : List.of();
        return characters.stream()
                .map(each -> NonGsmCharacter.of((JsonObject) each))
                .toList();
    }

    /** Returns the number of all characters that force UCS-2. */
    public int forcedByTotal() {
        return count("forced_by_total");
    }

    /** Returns whether the API accepts the text: 1 to 1,600 code points, not all of them blank. */
    public boolean fits() {
        return Boolean.TRUE.equals(JsonFields.truth(json, "fits"));
    }

    /** Returns a description with the numbers only, without the text. */
    @Override
    public String toString() {
        return "Estimate[encoding=" + encoding() + ", segments=" + segments() + ", characters=" + characters()
                + ", utf16Units=" + utf16Units() + ", units=" + units() + ", forcedByTotal=" + forcedByTotal()
                + ", fits=" + fits() + "]";
    }

    @Override
    public int hashCode() {
        return 31 * characters() + units();
    }
}
