/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.text;

import java.util.regex.Pattern;

import com.cliqtel.camel.model.MaskedDigits;

/**
 * A phone number in E.164 form: {@code +}, then 7 to 15 digits, the first of them not 0.
 *
 * @param e164 the number, such as {@code +31612345678}
 */
public record PhoneNumber(String e164) {

    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");
    // 15 digits with punctuation between them are far shorter
    private static final int LONGEST_WRITTEN = 100;
    private static final String EXPECTED =
            " is not an international number: write + and the country code, then the number,"
                    + " 7 to 15 digits in all, such as +12025550123";

    /** @throws IllegalArgumentException when {@code e164} has another form; the message shows its last four digits only */
    public PhoneNumber {
        if (e164 == null || !E164.matcher(e164).matches()) {
            throw new IllegalArgumentException("'" + MaskedDigits.masked(e164) + "'" + EXPECTED);
        }
    }

    /**
     * Reads a number in any usual spelling. Blanks, dashes, dots, parentheses and brackets of any script and invisible formatting
     * characters are left out. Full-width digits and a full-width plus are read as digits and {@code +}. {@code 00} before a
     * country code is read as {@code +}.
     *
     * <p>A number without {@code +} or {@code 00} is refused, since a wrong guess would send the SMS to another person. A
     * trunk zero after the country code, as in {@code +44 (0)20 7946 0958} or
     * {@code +44 020 7946 0958}, is refused too.
     *
     * @throws IllegalArgumentException when the result is not E.164; the message names a code point that can't be read, and
     *     shows the number's last four characters only
     */
    public static PhoneNumber written(String text) {
        if (text.length() > LONGEST_WRITTEN) {
            throw new IllegalArgumentException(
                    "'" + MaskedDigits.masked(text) + "' is not an international number: it has " + text.length()
                            + " characters, and at most " + LONGEST_WRITTEN + " are read");
        }
        String compact = compact(text);
        String international = compact.startsWith("00") ? "+" + compact.substring(2) : compact;
        WrittenDigits.firstOdd(compact).ifPresent(odd -> {
            throw new IllegalArgumentException("'" + MaskedDigits.masked(text)
                    + "' is not an international number: it has "
                    + odd + ", which isn't allowed there. Write + and the country code, then the number, such as"
                    + " +12025550123");
        });
        if (!E164.matcher(international).matches()) {
            throw new IllegalArgumentException("'" + MaskedDigits.masked(text) + "'" + EXPECTED);
        }
        if (!international.equals(text) && WrittenDigits.hasTrunkZero(text, international)) {
            throw new IllegalArgumentException(
                    "'" + MaskedDigits.masked(text) + "' is not an international number: after its"
                            + " country code it has a zero that is dialled only inside the country: leave it out (a zero that"
                            + " belongs to the number, as in Italy, is written without parentheses)");
        }
        return new PhoneNumber(international);
    }

    /** Returns the text without blanks, dashes, dots, parentheses, brackets and invisible characters. */
    public static String compact(String text) {
        return isCompact(text) ? text : WrittenDigits.compact(text);
    }

    // the usual spelling of programs, so that a send rarely needs the regular expressions
    private static boolean isCompact(String text) {
        for (int i = text.startsWith("+") ? 1 : 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    /** Returns the number with all but its last four digits masked. */
    @Override
    public String toString() {
        return MaskedDigits.masked(e164);
    }
}
