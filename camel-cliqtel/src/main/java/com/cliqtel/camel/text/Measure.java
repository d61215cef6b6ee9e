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
record Measure(int characters, int forced, Fill gsm, Fill ucs) {

    static final Measure NONE = new Measure(0, 0, Fill.none(Encoding.GSM_7), Fill.none(Encoding.UCS_2));

    Measure plus(int codePoint) {
        int septets = GsmAlphabet.septets(codePoint);
        return new Measure(
                characters + 1,
                septets > 0 ? forced : forced + 1,
                gsm.plus(septets),
                ucs.plus(Character.charCount(codePoint)));
    }

    /** The segments of the encoding that it is sent in. */
    Fill fill() {
        return forced == 0 ? gsm : ucs;
    }
}
