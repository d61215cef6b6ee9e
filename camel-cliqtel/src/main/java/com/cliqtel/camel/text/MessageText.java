/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.text;

/**
 * The text of one SMS that the API accepts: 1 to 1,600 characters, counted in code points (the reference's {@code body}).
 * It has no NUL character and no half surrogate pair, and at least one visible character.
 *
 * @param value the text
 */
public record MessageText(String value) {

    /** The largest number of characters in a text. */
    public static final int MAX_CHARACTERS = 1600;

    private static final String OTHER_BLANKS = "\u0085\u180e\u200b\ufeff";
    // Unicode's marks that are never shown by themselves; the variation selectors are two ranges
    private static final String IGNORED_MARKS = "\u034f\u17b4\u17b5\u180b\u180c\u180d\u180f";
    // the blank Braille pattern and the Hangul fillers
    private static final String BLANK_LETTERS = "\u2800\u115f\u1160\u3164\uffa0";

    /** @throws IllegalArgumentException when the API refuses the text; the message doesn't quote it */
    public MessageText {
        String objection = objection(value);
        if (objection != null) {
            throw new IllegalArgumentException(objection);
        }
    }

    /** Returns whether the API accepts the text; false for null. */
    public static boolean takes(String text) {
        return objection(text) == null;
    }

    /**
     * Returns whether a code point is a blank that an API may trim: Unicode white space, control characters up to U+0020, and the
     * zero-width space and byte order mark.
     */
    public static boolean isBlank(int codePoint) {
        return codePoint <= ' '
                || Character.isWhitespace(codePoint)
                || Character.isSpaceChar(codePoint)
                || OTHER_BLANKS.indexOf(codePoint) >= 0;
    }

    private static boolean isInvisible(int codePoint) {
        return isBlank(codePoint)
                || Character.getType(codePoint) == Character.FORMAT
                || BLANK_LETTERS.indexOf(codePoint) >= 0
                || IGNORED_MARKS.indexOf(codePoint) >= 0
                || codePoint >= 0xfe00 && codePoint <= 0xfe0f
                || codePoint >= 0xe0100 && codePoint <= 0xe01ef;
    }

    private static String objection(String value) {
        if (value == null || value.isEmpty()) {
            return "the text is empty: an SMS needs 1 to 1600 characters";
        }
        if (value.indexOf(0) < 0 && value.codePoints().allMatch(MessageText::isInvisible)) {
            return "the text is blank: an SMS needs at least one visible character";
        }
        int characters = value.codePointCount(0, value.length());
        if (characters > MAX_CHARACTERS) {
            return "the text has " + characters + " characters: the API takes at most " + MAX_CHARACTERS;
        }
        int unsendable = firstUnsendable(value);
        return unsendable < 0
                ? null
                : "the text has a " + (value.charAt(unsendable) == 0 ? "NUL character" : "half surrogate pair")
                        + " at index " + unsendable
                        + ", which no encoding carries: remove it, or decode the text with the right charset";
    }

    private static int firstUnsendable(String text) {
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            if (text.charAt(i) == 0 || isHalfASurrogatePair(text.codePointAt(i))) {
                return i;
            }
        }
        return -1;
    }

    /** Returns whether a text has half of a surrogate pair, which UTF-8 can't express. */
    public static boolean hasHalfASurrogatePair(String text) {
        return text.codePoints().anyMatch(MessageText::isHalfASurrogatePair);
    }

    private static boolean isHalfASurrogatePair(int codePoint) {
        return Character.getType(codePoint) == Character.SURROGATE;
    }

    /** Returns the length only, since texts are never logged. */
    @Override
    public String toString() {
        return "[" + value.codePointCount(0, value.length()) + " characters]";
    }
}
