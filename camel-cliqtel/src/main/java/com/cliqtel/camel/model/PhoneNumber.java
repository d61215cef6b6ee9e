/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.model;

import java.util.regex.Pattern;

/**
 * A telephone number in E.164 form: {@code +}, then 7 to 15 digits, the first of them not 0.
 *
 * @param e164 the number, such as {@code +31612345678}
 */
public record PhoneNumber(String e164) {

    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");
    private static final Pattern PUNCTUATION = Pattern.compile("[\\s\\u00a0\\-.()]");

    /** @throws IllegalArgumentException when {@code e164} is not of that form; the text shows its last four digits only */
    public PhoneNumber {
        if (e164 == null || !E164.matcher(e164).matches()) {
            throw new IllegalArgumentException("'" + Digits.masked(e164)
                    + "' is not an international number: write + and the country code, then the number,"
                    + " 7 to 15 digits in all, such as +12025550123");
        }
    }

    /**
     * The number that somebody wrote: trimmed, {@code 00} before a country code read as {@code +}, and blanks,
     * dashes, dots and parentheses left out. A number without {@code +} or {@code 00} is never guessed into an
     * international one, since a wrong guess texts a stranger.
     *
     * @throws IllegalArgumentException when the result is not E.164
     */
    public static PhoneNumber written(String text) {
        String compact = compact(text);
        String international = compact.startsWith("00") ? "+" + compact.substring(2) : compact;
        try {
            return new PhoneNumber(international);
        } catch (IllegalArgumentException notE164) {
            // say what was given, not what became of it
            throw new IllegalArgumentException(notE164.getMessage()
                    .replace("'" + Digits.masked(international) + "'", "'" + Digits.masked(text) + "'"));
        }
    }

    /** What somebody wrote without its blanks, dashes, dots and parentheses, whatever remains. */
    public static String compact(String text) {
        return isCompact(text) ? text : PUNCTUATION.matcher(text).replaceAll("");
    }

    // as nearly all are that programs write: each send asks for two
    private static boolean isCompact(String text) {
        for (int i = text.startsWith("+") ? 1 : 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    /** The number with all but its last four digits masked. */
    @Override
    public String toString() {
        return Digits.masked(e164);
    }
}
