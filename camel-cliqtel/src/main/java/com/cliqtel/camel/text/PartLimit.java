/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.text;

import com.cliqtel.camel.model.MessageText;

/**
 * How large each part of a long message may be: at most {@value MessageText#MAX_CHARACTERS} code points, which is what the
 * API takes, and where it is limited, at most so many segments in the encoding that the part needs by itself.
 *
 * @param maxSegments 1 or more, or 0 for any number
 */
public record PartLimit(int maxSegments) {

    /** As large as the API takes. */
    public static final PartLimit API = new PartLimit(0);

    /** @throws IllegalArgumentException when {@code maxSegments} is negative */
    public PartLimit {
        if (maxSegments < 0) {
            throw new IllegalArgumentException(
                    "maxSegments is " + maxSegments + ": a number of segments is expected, or 0 for any");
        }
    }

    boolean allows(TextMeasure part) {
        return part.characters() <= MessageText.MAX_CHARACTERS
                && (maxSegments == 0 || part.fill().segments() <= maxSegments);
    }

    /** In words: {@code 1600 characters and 2 segments}. */
    @Override
    public String toString() {
        String characters = MessageText.MAX_CHARACTERS + " characters";
        return maxSegments == 0
                ? characters
                : characters + " and " + maxSegments + " segment" + (maxSegments == 1 ? "" : "s");
    }
}
