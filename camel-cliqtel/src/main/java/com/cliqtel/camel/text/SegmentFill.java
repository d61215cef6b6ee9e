/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.text;

import com.cliqtel.camel.model.Encoding;

/**
 * The segments that characters fill in one encoding. The two units of a character are always in the same segment. 3GPP TS 23.040,
 * clause 9.2.3.24.1, requires it for escape sequences; phones show a divided surrogate pair wrongly.
 *
 * @param encoding the encoding
 * @param units the number of units so far
 * @param joined the number of segments so far, if the message has several
 * @param used the number of units in the last of these segments
 */
record SegmentFill(Encoding encoding, int units, int joined, int used) {

    static SegmentFill none(Encoding encoding) {
        return new SegmentFill(encoding, 0, 1, 0);
    }

    /** Returns the segments with one more character of 1 or 2 units. */
    SegmentFill plus(int width) {
        return used + width <= encoding.joined()
                ? new SegmentFill(encoding, units + width, joined, used + width)
                : new SegmentFill(encoding, units + width, joined + 1, width);
    }

    /** Returns the number of segments, 1 or more. */
    int segments() {
        return units <= encoding.alone() ? 1 : joined;
    }
}
