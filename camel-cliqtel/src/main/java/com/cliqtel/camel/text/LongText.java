/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Splits a text that is too long for one message into parts that are not. Stateless and thread-safe.
 *
 * <p>A part ends after the last blank within its limit, and the blank stays with it. Where there is none, it ends between
 * two characters as a reader sees them (Unicode's grapheme clusters, UAX #29: an emoji with its joiners, a letter with its
 * accents). Where one of those is larger than the limit, it ends between two code points; never inside a surrogate pair.
 */
public final class LongText {

    /** The most parts a text is split into: more than that is not meant to be read on a phone. */
    public static final int MAX_PARTS = 100;

    private static final Pattern CLUSTER = Pattern.compile("\\X");

    private LongText() {}

    /**
     * The parts of a text, which joined give the text exactly. What fits is one part. No part is empty, so an empty text has
     * none. A text of any size takes no more time than {@value #MAX_PARTS} parts do.
     *
     * @return 0 to {@value #MAX_PARTS} parts, not modifiable
     * @throws IllegalArgumentException when it would be more parts
     * @throws NullPointerException when an argument is null
     */
    public static List<String> split(String text, PartLimit limit) {
        List<String> parts = new ArrayList<>();
        for (int start = 0; start < text.length(); ) {
            if (parts.size() == MAX_PARTS) {
                throw new IllegalArgumentException("the text is too long to be split: of its " + text.length()
                        + " UTF-16 units, " + MAX_PARTS + " parts of at most " + limit + " hold the first " + start
                        + ": shorten it, or allow larger parts");
            }
            int end = end(text, start, limit);
            parts.add(text.substring(start, end));
            start = end;
        }
        return List.copyOf(parts);
    }

    private static int end(String text, int start, PartLimit limit) {
        int furthest = furthest(text, start, limit);
        return furthest == text.length() ? furthest : readable(text, start, furthest);
    }

    /** Where the largest part ends that is within the limit; a single code point always is. */
    private static int furthest(String text, int start, PartLimit limit) {
        Measure measure = Measure.NONE;
        int end = start;
        while (end < text.length()) {
            int codePoint = text.codePointAt(end);
            measure = measure.plus(codePoint);
            if (!limit.allows(measure)) {
                return end;
            }
            end += Character.charCount(codePoint);
        }
        return end;
    }

    /** The last place up to {@code furthest} where a reader would cut. */
    private static int readable(String text, int start, int furthest) {
        // whether there is a boundary depends on what is before it and the one code point after it
        int window = furthest + Character.charCount(text.codePointAt(furthest));
        Matcher clusters = CLUSTER.matcher(text).region(start, window);
        int afterBlank = start;
        int afterCluster = start;
        while (clusters.find() && clusters.end() <= furthest) {
            afterCluster = clusters.end();
            if (Character.isWhitespace(text.codePointBefore(afterCluster))) {
                afterBlank = afterCluster;
            }
        }
        if (afterBlank > start) {
            return afterBlank;
        }
        return afterCluster > start ? afterCluster : furthest;
    }
}
