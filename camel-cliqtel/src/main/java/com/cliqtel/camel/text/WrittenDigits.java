/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.text;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the characters of a phone number in any usual spelling: digits, a plus, punctuation of any script. Stateless. */
final class WrittenDigits {

    private static final String INVISIBLE =
            "[\\u00ad\\u061c\\u180e\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2064\\u2066-\\u2069\\ufeff]";
    private static final Pattern IGNORED = Pattern.compile(INVISIBLE);
    private static final Pattern PUNCTUATION =
            Pattern.compile("[\\s\\p{Z}\\u0085\\p{Pd}\\u2212\\u2043\\u02d7\\u30fc.()\\[\\]]");
    private static final String WIDE = "\uff0b\uff0e\uff08\uff09\uff3b\uff3d";
    private static final String NARROW = "+.()[]";

    /** A zero in brackets, behind the first digit of a country code. */
    private static final Pattern ZERO_IN_BRACKETS = Pattern.compile("[1-9].*?[(\\[][^0-9]*(0[^)\\]]*)", Pattern.DOTALL);
    /** The country codes of one, two and three digits by ITU-T E.164. */
    private static final String COUNTRY_CODE = "(?:[17]|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]"
            + "|(?:2[1-689]|3[578]|42|5[09]|6[7-9]|8[0578]|9[679])[0-9])";

    private static final String BEHIND_COUNTRY_CODE = "[^0-9]*(?:00[^0-9]*)?" + COUNTRY_CODE + "[^0-9]+";

    /** A zero by itself, directly behind a country code. */
    private static final Pattern LONE_ZERO = Pattern.compile(BEHIND_COUNTRY_CODE + "0[^0-9]");

    /** A group of digits that begins with a zero, directly behind a country code. */
    private static final Pattern GROUP_WITH_ZERO = Pattern.compile(BEHIND_COUNTRY_CODE + "0[0-9]");

    /** The country codes of which some numbers themselves begin with a zero, such as those of Italy and the Ivory Coast. */
    private static final Pattern BEGINS_WITH_ZERO =
            Pattern.compile("\\+(?:39|225|226|227|229|241|242|247|250|378|379|687|992)0.*");

    private WrittenDigits() {}

    /** Returns the text without punctuation: digits, plus, and all other characters. */
    static String compact(String text) {
        return PUNCTUATION.matcher(narrow(text)).replaceAll("");
    }

    private static String narrow(String text) {
        return IGNORED.matcher(text)
                .replaceAll("")
                .codePoints()
                .map(WrittenDigits::narrow)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static int narrow(int codePoint) {
        if (codePoint >= '\uff10' && codePoint <= '\uff19') {
            return codePoint - '\uff10' + '0';
        }
        int wide = WIDE.indexOf(codePoint);
        return wide < 0 ? codePoint : NARROW.charAt(wide);
    }

    /** Returns code point and name of the first character that is neither a digit nor a plus at the beginning. */
    static Optional<String> firstOdd(String compact) {
        return compact.substring(compact.startsWith("+") ? 1 : 0)
                .codePoints()
                .filter(c -> c < '0' || c > '9')
                .boxed()
                .findFirst()
                .map(c -> String.format(Locale.ROOT, "U+%04X (%s)", c, Character.getName(c)));
    }

    /** Returns whether a zero that is dialled only inside the country follows the country code. */
    static boolean hasTrunkZero(String text, String international) {
        String narrow = narrow(text);
        if (LONE_ZERO.matcher(narrow).lookingAt()) {
            return true;
        }
        Matcher zero = ZERO_IN_BRACKETS.matcher(narrow);
        boolean inBrackets = zero.find();
        return inBrackets && compact(zero.group(1)).equals("0")
                || (inBrackets || GROUP_WITH_ZERO.matcher(narrow).lookingAt())
                        && !BEGINS_WITH_ZERO.matcher(international).matches();
    }
}
