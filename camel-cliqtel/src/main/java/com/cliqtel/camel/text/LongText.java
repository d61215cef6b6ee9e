/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Splits a text that is too long for one message into parts that are not. Stateless and thread-safe.
 *
 * <p>A part ends at the last word end within its limit. Blanks at the beginning and the end of a part are left out, since an
 * API may trim them and refuse a blank part. If there is no word end, a part ends between two characters as a reader sees them
 * (Unicode's grapheme clusters, UAX #29: an emoji with its joiners, a letter with its accents). Where one of those is larger
 * than the limit, it ends between two code points; never inside a surrogate pair.
 */
public final class LongText {

    /** The largest number of parts. */
    public static final int MAX_PARTS = 100;

    private static final Pattern CLUSTER = Pattern.compile("\\X");

    private LongText() {}

    /**
     * Returns the parts of a text. A text that fits is one part, unchanged. A longer text is cut, and only blanks at its
     * beginning, its end and the cuts are left out. No part is empty, so an empty text and a long text of blanks have no
     * parts. The time is bounded by {@value #MAX_PARTS} parts and the text's blanks.
     *
     * @return 0 to {@value #MAX_PARTS} parts, not modifiable
     * @throws IllegalArgumentException when it would be more parts
     * @throws NullPointerException when an argument is null
     */
    public static List<String> split(String text, PartLimit limit) {
        if (furthest(text, 0, limit) == text.length()) {
            return text.isEmpty() ? List.of() : List.of(text);
        }
        String content = text.substring(0, trimmedEnd(text, 0, text.length()));
        List<String> parts = new ArrayList<>();
        for (int start = behindBlanks(content, 0); start < content.length(); ) {
            if (parts.size() == MAX_PARTS) {
                throw new IllegalArgumentException("the text is too long to be split: of its " + text.length()
                        + " UTF-16 units, " + MAX_PARTS + " parts of at most " + limit + " hold the first " + start
                        + ": shorten it, or allow larger parts");
            }
            int cut = cut(content, start, limit);
            parts.add(content.substring(start, trimmedEnd(content, start, cut)));
            start = behindBlanks(content, cut);
        }
        return List.copyOf(parts);
    }

    private static int cut(String text, int start, PartLimit limit) {
        int furthest = furthest(text, start, limit);
        return furthest == text.length() ? furthest : readable(text, start, furthest);
    }

    private static int trimmedEnd(String text, int start, int end) {
        int trimmed = end;
        while (trimmed > start && MessageText.isBlank(text.codePointBefore(trimmed))) {
            trimmed = text.offsetByCodePoints(trimmed, -1);
        }
        return trimmed;
    }

    private static int behindBlanks(String text, int start) {
        int next = start;
        while (next < text.length() && MessageText.isBlank(text.codePointAt(next))) {
            next = text.offsetByCodePoints(next, 1);
        }
        return next;
    }

    /** Returns the end of the largest part within the limit. A single code point is always within the limit. */
    private static int furthest(String text, int start, PartLimit limit) {
        TextMeasure measure = TextMeasure.NONE;
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

    /** Returns the last boundary between two visible characters up to {@code furthest}. */
    private static int readable(String text, int start, int furthest) {
        // whether there is a boundary depends on what is before it and the one code point after it
        int window = furthest + Character.charCount(text.codePointAt(furthest));
        Matcher clusters = CLUSTER.matcher(text).region(start, window);
        int afterBlank = start;
        int afterCluster = start;
        while (clusters.find() && clusters.end() <= furthest) {
            afterCluster = clusters.end();
            if (isBreak(text.codePointBefore(afterCluster))) {
                afterBlank = afterCluster;
            }
        }
        if (afterCluster == furthest && isBreak(text.codePointAt(furthest))) {
            return furthest;
        }
        if (afterBlank > start) {
            return afterBlank;
        }
        return afterCluster > start ? afterCluster : furthest;
    }

    private static boolean isBreak(int codePoint) {
        return Character.isWhitespace(codePoint);
    }
}
