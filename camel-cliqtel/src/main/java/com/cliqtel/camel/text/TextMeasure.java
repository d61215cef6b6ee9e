/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.text;

import com.cliqtel.camel.model.Encoding;

/**
 * The measure of a text, taken character by character: both encodings are filled, since any next character may force
 * UCS-2. It never shrinks with one more character, as a segment of GSM-7 holds more of any characters than one of UCS-2.
 *
 * @param characters code points so far
 * @param forced how many of them the GSM alphabet doesn't have
 * @param gsm GSM-7's segments; meaningless once one is forced
 * @param ucs UCS-2's segments
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

    /** The segments of the encoding that it is sent in. */
    SegmentFill fill() {
        return forced == 0 ? gsm : ucs;
    }
}
