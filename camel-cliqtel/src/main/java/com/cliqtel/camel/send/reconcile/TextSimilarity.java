/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.send.reconcile;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Compares a text with what the API shows in its place. A server may trim it, collapse blanks, change line ends, replace
 * typographic characters, normalise Unicode, escape it for HTML, transliterate it, cut it off or add to it. Stateless.
 */
final class TextSimilarity {

    private static final char ANYTHING = '*';
    // a shorter text is the beginning of too many texts
    private static final int LEAST_COMMON = 8;

    private TextSimilarity() {}

    /** Returns the letters and digits of a text, which don't depend on blanks, punctuation, case and Unicode forms. */
    static String letters(String text) {
        StringBuilder letters = new StringBuilder(text.length());
        String decomposed = isPlain(text) ? text : decomposed(text);
        for (int i = 0; i < decomposed.length(); ) {
            int character = decomposed.codePointAt(i);
            if (Character.isLetterOrDigit(character)) {
                letters.appendCodePoint(Character.toLowerCase(character));
            }
            i += Character.charCount(character);
        }
        return letters.toString();
    }

    // most texts are ASCII, and each send calls this
    private static boolean isPlain(String text) {
        return text.chars().allMatch(c -> c < 128 && c != '&');
    }

    /** Returns whether both are equal except for blanks, line ends, quotes, dashes and Unicode forms. */
    static boolean isSame(String text, String shown) {
        return text.equals(shown) || folded(text).equals(folded(shown));
    }

    /** Returns whether {@code shown} may be the text after a server has changed its form. */
    static boolean mayBe(String text, String shown) {
        if (shown == null || shown.isEmpty() || isSame(text, shown)) {
            return true;
        }
        String ours = letters(text);
        String theirs = letters(shown);
        return ours.equals(theirs)
                || isBeginning(ours, theirs)
                || isBeginning(theirs, ours)
                || matches(pattern(text), theirs);
    }

    private static boolean isBeginning(String beginning, String whole) {
        int length = beginning.length();
        return length >= LEAST_COMMON
                && whole.startsWith(beginning)
                && !(length < whole.length()
                        && Character.isDigit(whole.charAt(length - 1))
                        && Character.isDigit(whole.charAt(length)));
    }

    private static String folded(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        text.codePoints().forEach(character -> folded.append(folded(character)));
        return Normalizer.normalize(folded, Normalizer.Form.NFKC)
                .replaceAll(" +", " ")
                .strip();
    }

    private static String folded(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> " ";
            case Character.FORMAT -> "";
            case Character.DASH_PUNCTUATION -> "-";
            case Character.INITIAL_QUOTE_PUNCTUATION, Character.FINAL_QUOTE_PUNCTUATION -> "'";
            default -> "\"\u201a\u201e\u2032\u2033`\u00b4".indexOf(character) < 0 ? Character.toString(character) : "'";
        };
    }

    // upper case first, since it turns a sharp s into two letters, as transliterations do
    private static String decomposed(String text) {
        String plain = text.indexOf('&') < 0 ? text : text.replaceAll("&(#?[0-9A-Za-z]{2,6});", " ");
        return Normalizer.normalize(plain.toUpperCase(Locale.ROOT), Normalizer.Form.NFKD);
    }

    /** Returns the letters and digits of ASCII, with a star in place of other characters, which a server may have replaced. */
    private static String pattern(String text) {
        StringBuilder pattern = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFKC).codePoints().forEach(character -> {
            boolean open = pattern.length() > 0 && pattern.charAt(pattern.length() - 1) == ANYTHING;
            if (character < 128 && Character.isLetterOrDigit(character)) {
                pattern.append((char) Character.toLowerCase(character));
            } else if (character >= 128 && !open) {
                pattern.append(ANYTHING);
            }
        });
        return pattern.toString();
    }

    /** Matches without recursion. At a difference it returns to the last star, which then matches one character more. */
    private static boolean matches(String pattern, String text) {
        int p = 0;
        int star = -1;
        int taken = 0;
        for (int t = 0; t < text.length(); ) {
            if (p < pattern.length() && pattern.charAt(p) == ANYTHING) {
                star = p++;
                taken = t;
            } else if (p < pattern.length() && pattern.charAt(p) == text.charAt(t)) {
                p++;
                t++;
            } else if (star >= 0) {
                p = star + 1;
                t = ++taken;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == ANYTHING) {
            p++;
        }
        return p == pattern.length();
    }
}
