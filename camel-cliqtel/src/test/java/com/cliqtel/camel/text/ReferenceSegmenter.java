/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The alphabet as 3GPP TS 23.038 prints it, in code points, and a segmenter that really cuts: written apart from what they
 * check, and as simply as can be.
 */
final class ReferenceSegmenter {

    static final int ESCAPE = 0x1B;

    /** Clause 6.2.1: the character of each of the 128 septets. */
    static final int[] BASIC = {
        0x40, 0xA3, 0x24, 0xA5, 0xE8, 0xE9, 0xF9, 0xEC, 0xF2, 0xC7, 0x0A, 0xD8, 0xF8, 0x0D, 0xC5, 0xE5,
        0x394, 0x5F, 0x3A6, 0x393, 0x39B, 0x3A9, 0x3A0, 0x3A8, 0x3A3, 0x398, 0x39E, ESCAPE, 0xC6, 0xE6, 0xDF, 0xC9,
        0x20, 0x21, 0x22, 0x23, 0xA4, 0x25, 0x26, 0x27, 0x28, 0x29, 0x2A, 0x2B, 0x2C, 0x2D, 0x2E, 0x2F,
        0x30, 0x31, 0x32, 0x33, 0x34, 0x35, 0x36, 0x37, 0x38, 0x39, 0x3A, 0x3B, 0x3C, 0x3D, 0x3E, 0x3F,
        0xA1, 0x41, 0x42, 0x43, 0x44, 0x45, 0x46, 0x47, 0x48, 0x49, 0x4A, 0x4B, 0x4C, 0x4D, 0x4E, 0x4F,
        0x50, 0x51, 0x52, 0x53, 0x54, 0x55, 0x56, 0x57, 0x58, 0x59, 0x5A, 0xC4, 0xD6, 0xD1, 0xDC, 0xA7,
        0xBF, 0x61, 0x62, 0x63, 0x64, 0x65, 0x66, 0x67, 0x68, 0x69, 0x6A, 0x6B, 0x6C, 0x6D, 0x6E, 0x6F,
        0x70, 0x71, 0x72, 0x73, 0x74, 0x75, 0x76, 0x77, 0x78, 0x79, 0x7A, 0xE4, 0xF6, 0xF1, 0xFC, 0xE0
    };

    /** Clause 6.2.1.1: the septet after the escape, and its character. */
    static final Map<Integer, Integer> EXTENSION = new TreeMap<>(Map.of(
            0x0A, 0x0C, 0x14, 0x5E, 0x28, 0x7B, 0x29, 0x7D, 0x2F, 0x5C, 0x3C, 0x5B, 0x3D, 0x7E, 0x3E, 0x5D, 0x40, 0x7C,
            0x65, 0x20AC));

    // what is looked up millions of times
    private static final Set<Integer> BASIC_CHARACTERS =
            IntStream.of(BASIC).filter(codePoint -> codePoint != ESCAPE).boxed().collect(Collectors.toSet());
    private static final Set<Integer> EXTENSION_CHARACTERS = Set.copyOf(EXTENSION.values());

    private ReferenceSegmenter() {}

    /** How many septets a character is in that alphabet; 0 where it is not in it. */
    static int septets(int codePoint) {
        if (EXTENSION_CHARACTERS.contains(codePoint)) {
            return 2;
        }
        return BASIC_CHARACTERS.contains(codePoint) ? 1 : 0;
    }

    static boolean isGsm(String text) {
        return text.codePoints().allMatch(c -> septets(c) > 0);
    }

    static int units(String text) {
        return isGsm(text) ? text.codePoints().map(ReferenceSegmenter::septets).sum() : text.length();
    }

    /** TS 23.040, clause 9.2.3.24.1: the text of each segment. */
    static List<String> segments(String text) {
        boolean gsm = isGsm(text);
        if (units(text) <= (gsm ? 160 : 70)) {
            return List.of(text);
        }
        List<String> segments = new ArrayList<>();
        StringBuilder segment = new StringBuilder();
        int room = gsm ? 153 : 67;
        for (int codePoint : text.codePoints().toArray()) {
            int width = gsm ? septets(codePoint) : Character.charCount(codePoint);
            if (width > room) {
                segments.add(segment.toString());
                segment.setLength(0);
                room = gsm ? 153 : 67;
            }
            segment.appendCodePoint(codePoint);
            room -= width;
        }
        segments.add(segment.toString());
        return segments;
    }
}
