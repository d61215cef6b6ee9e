/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.text;

import java.util.function.IntUnaryOperator;

/**
 * Counts the segments a text takes on the air: GSM 03.38 with 160 septets in one message or 153 in each of several,
 * else UCS-2 with 70 or 67 UTF-16 units.
 *
 * <p>What takes two places (an extension character, a surrogate pair) is never cut in two by the end of a segment.
 */
public final class Segments {

    private Segments() {}

    /**
     * Counts them.
     *
     * @param text any text
     * @return 1 or more
     */
    public static int of(String text) {
        return GsmAlphabet.canWrite(text)
                ? count(text, c -> GsmAlphabet.septets((char) c), 160, 153)
                : count(text, Character::charCount, 70, 67);
    }

    private static int count(String text, IntUnaryOperator width, int alone, int joined) {
        int[] widths = text.codePoints().map(width).toArray();
        int total = 0;
        int segments = 1;
        int used = 0;
        for (int w : widths) {
            total += w;
            used += w;
            if (used > joined) {
                segments++;
                used = w;
            }
        }
        return total <= alone ? 1 : segments;
    }
}
