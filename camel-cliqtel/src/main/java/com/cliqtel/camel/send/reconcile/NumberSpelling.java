/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.send.reconcile;

import java.text.Normalizer;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Compares a phone number with what the API shows in its place. A server may show a number in another spelling: grouped,
 * without its country code, with or without a trunk zero or a mobile prefix (+521 and +52), or masked. The last digits stay.
 * Stateless.
 */
final class NumberSpelling {

    // area codes of four digits leave a subscriber number of six
    private static final int TAIL = 6;
    private static final int SHORTEST = 7;
    private static final int LONGEST_COUNTRY_CODE = 3;
    // trunk prefixes, and the mobile prefixes of Mexico, Argentina and Brazil
    private static final Set<String> PREFIXES = Set.of("0", "1", "8", "9", "06");

    private NumberSpelling() {}

    /** Returns the last digits of an E.164 number, which all of its spellings share. */
    static String tail(String e164) {
        return e164.substring(e164.length() - TAIL);
    }

    /** Returns whether {@code shown} may be the number: true unless its last digits differ. */
    static boolean mayBe(String e164, String shown) {
        String digits = shown == null ? "" : lastDigits(shown);
        return e164.endsWith(digits);
    }

    /** Returns whether {@code shown} is the number in a known spelling. */
    static boolean isSame(String e164, String shown) {
        if (e164.equals(shown)) {
            return true;
        }
        String digits = shown == null ? "" : plain(shown);
        boolean international = digits.startsWith("+") || digits.startsWith("00");
        String number = digits.replaceFirst("^\\+?0*", "");
        if (number.length() < SHORTEST || !number.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return false;
        }
        String own = e164.substring(1);
        int missing = own.length() - number.length();
        boolean national = !international && missing >= 1 && missing <= LONGEST_COUNTRY_CODE && own.endsWith(number);
        return own.equals(number) || national || isPrefixed(own, number) || isPrefixed(number, own);
    }

    /** Returns whether the longer number is the shorter one with a prefix after its country code or area code. */
    private static boolean isPrefixed(String shorter, String longer) {
        int added = longer.length() - shorter.length();
        for (int at = 1; added > 0 && at <= shorter.length() - TAIL; at++) {
            if (longer.startsWith(shorter.substring(0, at))
                    && longer.endsWith(shorter.substring(at))
                    && PREFIXES.contains(longer.substring(at, at + added))) {
                return true;
            }
        }
        return false;
    }

    private static String lastDigits(String shown) {
        String plain = plain(shown);
        int start = plain.length();
        while (start > 0 && plain.length() - start < TAIL && isDigit(plain.charAt(start - 1))) {
            start--;
        }
        return plain.substring(start);
    }

    // without punctuation, and without what follows a number in a URI or an address
    private static String plain(String shown) {
        if (isPlain(shown)) {
            return shown;
        }
        return Normalizer.normalize(shown, Normalizer.Form.NFKC)
                .replaceFirst("(?i)^(tel|sms):", "")
                .replaceFirst("[;@,].*", "")
                .replaceAll("[^\\p{L}\\p{N}+*#]", "");
    }

    // nearly all numbers of a list are in this form
    private static boolean isPlain(String shown) {
        return IntStream.range(shown.startsWith("+") ? 1 : 0, shown.length()).allMatch(at -> isDigit(shown.charAt(at)));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
