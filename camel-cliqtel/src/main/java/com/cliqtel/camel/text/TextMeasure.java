/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.text;

import com.cliqtel.camel.model.Encoding;

/**
 * The size of a text, counted character by character in both encodings, since the next character may force UCS-2. It never
 * shrinks with one more character, since a segment of GSM-7 has room for more characters than one of UCS-2.
 *
 * @param characters the number of code points so far
 * @param forced the number of them that the GSM alphabet doesn't have
 * @param gsm the segments in GSM-7; without meaning if {@code forced} is not 0
 * @param ucs the segments in UCS-2
 */
record TextMeasure(int characters, int forced, SegmentFill gsm, SegmentFill ucs) {

    static final TextMeasure NONE =
            new TextMeasure(0, 0, SegmentFill.none(Encoding.GSM_7), SegmentFill.none(Encoding.UCS_2));

    TextMeasure plus(int codePoint) {
        int septets = GsmAlphabet.septets(codePoint);
        return new TextMeasure(
                characters + 1,
                septets > 0 ? forced : forced + 1,
                gsm.plus(septets),
                ucs.plus(Character.charCount(codePoint)));
    }

    /** Returns the segments in the encoding in which the text is sent. */
    SegmentFill fill() {
        return forced == 0 ? gsm : ucs;
    }
}
