/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.text;

/**
 * The largest size of each part of a long message: {@value MessageText#MAX_CHARACTERS} code points, which is the API's limit, and
 * a number of segments in the part's own encoding.
 *
 * @param maxSegments the largest number of segments, from 1; 0 for no limit
 */
public record PartLimit(int maxSegments) {

    /** The API's limit only. */
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

    /** Returns the limit in words, such as {@code 1600 characters and 2 segments}. */
    @Override
    public String toString() {
        String characters = MessageText.MAX_CHARACTERS + " characters";
        return maxSegments == 0
                ? characters
                : characters + " and " + maxSegments + " segment" + (maxSegments == 1 ? "" : "s");
    }
}
