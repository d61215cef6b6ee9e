/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.text;

import com.cliqtel.camel.model.Encoding;

/**
 * How far characters fill segments of one encoding. A character that takes two units is never cut in two by the end of a
 * segment (3GPP TS 23.040, clause 9.2.3.24.1, of escape sequences; of surrogate pairs, what phones show otherwise).
 *
 * @param encoding which
 * @param units all units so far
 * @param joined segments so far, were they several
 * @param used units used of the last of those
 */
record SegmentFill(Encoding encoding, int units, int joined, int used) {

    static SegmentFill none(Encoding encoding) {
        return new SegmentFill(encoding, 0, 1, 0);
    }

    /** With one more character, which takes 1 or 2 units. */
    SegmentFill plus(int width) {
        return used + width <= encoding.joined()
                ? new SegmentFill(encoding, units + width, joined, used + width)
                : new SegmentFill(encoding, units + width, joined + 1, width);
    }

    /** How many segments it is: 1 or more. */
    int segments() {
        return units <= encoding.alone() ? 1 : joined;
    }
}
