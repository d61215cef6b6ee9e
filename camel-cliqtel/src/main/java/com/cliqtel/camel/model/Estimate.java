/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.model;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * What a text would be on the air if it were sent as one message: reckoned here, without asking the API, which may reckon
 * otherwise and has the last word.
 *
 * <p>Immutable. Jackson writes {@link #json()}.
 *
 * @param encoding how it is written
 * @param segments how many parts it is sent as, each charged: 1 or more
 * @param characters its length in code points
 * @param utf16Units its length in UTF-16 units, what {@link String#length()} counts
 * @param units what is counted against a segment's size: septets in GSM-7, where an extension character takes two,
 *     UTF-16 units in UCS-2
 * @param forcedBy the first {@value #LISTED} characters that force UCS-2, in the text's order; empty in GSM-7
 * @param forcedByTotal how many characters force UCS-2, listed or not
 * @param fits whether the API takes it: see {@link MessageText}
 */
public record Estimate(
        Encoding encoding,
        int segments,
        int characters,
        int utf16Units,
        int units,
        List<NonGsmCharacter> forcedBy,
        int forcedByTotal,
        boolean fits)
        implements Serializable {

    /** How many of the characters that force UCS-2 are listed, so that no text makes an estimate large. */
    public static final int LISTED = 100;

    /** @throws NullPointerException when {@code encoding} or {@code forcedBy} is null */
    public Estimate {
        Objects.requireNonNull(encoding, "encoding");
        forcedBy = List.copyOf(forcedBy);
    }

    /** The estimate as a JSON object, its fields named in the API's way; not modifiable. */
    @JsonValue
    public Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("encoding", encoding.toString());
        json.put("segments", segments);
        json.put("characters", characters);
        json.put("utf16_units", utf16Units);
        json.put("units", units);
        json.put("forced_by", forcedBy.stream().map(NonGsmCharacter::json).toList());
        json.put("forced_by_total", forcedByTotal);
        json.put("fits", fits);
        return JsonObject.copyOf(json);
    }

    /** The numbers only, nothing of the text. */
    @Override
    public String toString() {
        return "Estimate[encoding=" + encoding + ", segments=" + segments + ", characters=" + characters
                + ", utf16Units=" + utf16Units + ", units=" + units + ", forcedByTotal=" + forcedByTotal + ", fits="
                + fits
                + "]";
    }
}
