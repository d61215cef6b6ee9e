/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.text;

import java.util.ArrayList;
import java.util.List;

import com.cliqtel.camel.model.Estimate;
import com.cliqtel.camel.model.MessageText;
import com.cliqtel.camel.model.NonGsmCharacter;

/** Reckons what a text is on the air. Stateless and thread-safe; takes time in proportion to the text. */
public final class Estimator {

    private Estimator() {}

    /**
     * The estimate of a text, sent as it is, as one message.
     *
     * @param text any text, also one that the API doesn't take: an empty one counts as one segment, half a surrogate pair
     *     as one character
     * @throws NullPointerException when {@code text} is null
     */
    public static Estimate of(String text) {
        TextMeasure measure = TextMeasure.NONE;
        List<NonGsmCharacter> forcedBy = new ArrayList<>();
        for (int i = 0; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            if (!GsmAlphabet.has(codePoint) && forcedBy.size() < Estimate.LISTED) {
                forcedBy.add(NonGsmCharacter.of(codePoint, measure.characters()));
            }
            measure = measure.plus(codePoint);
            i += Character.charCount(codePoint);
        }
        SegmentFill fill = measure.fill();
        return new Estimate(
                fill.encoding(),
                fill.segments(),
                measure.characters(),
                text.length(),
                fill.units(),
                forcedBy,
                measure.forced(),
                MessageText.takes(text));
    }
}
