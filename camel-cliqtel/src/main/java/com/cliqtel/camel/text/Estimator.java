/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.cliqtel.camel.model.Estimate;
import com.cliqtel.camel.model.NonGsmCharacter;

/** Calculates the encoding and the number of segments of a text. Stateless; takes time in proportion to the text's length. */
public final class Estimator {

    private Estimator() {}

    /**
     * Returns the estimate of a text that is sent unchanged, as one message.
     *
     * @param text any text, also one that the API refuses: an empty text counts as one segment, half a surrogate pair as one
     *     character
     * @throws NullPointerException when {@code text} is null
     */
    public static Estimate of(String text) {
        TextMeasure measure = TextMeasure.NONE;
        List<Map<String, Object>> forcedBy = new ArrayList<>();
        for (int i = 0; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            if (!GsmAlphabet.has(codePoint) && forcedBy.size() < Estimate.LISTED) {
                forcedBy.add(NonGsmCharacter.of(codePoint, measure.characters()).json());
            }
            measure = measure.plus(codePoint);
            i += Character.charCount(codePoint);
        }
        SegmentFill fill = measure.fill();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("encoding", fill.encoding().toString());
        json.put("segments", fill.segments());
        json.put("characters", measure.characters());
        json.put("utf16_units", text.length());
        json.put("units", fill.units());
        json.put("forced_by", forcedBy);
        json.put("forced_by_total", measure.forced());
        json.put("fits", MessageText.takes(text));
        return Estimate.of(json);
    }
}
