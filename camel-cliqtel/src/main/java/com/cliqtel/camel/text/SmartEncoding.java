/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.text;

import com.cliqtel.camel.model.Encoding;
import com.cliqtel.camel.model.Estimate;

/**
 * Replaces typographic characters that force UCS-2 by GSM characters: quotes, dashes, special blanks, and other characters of
 * word processors. Stateless and thread-safe; takes time in proportion to the text.
 */
public final class SmartEncoding {

    private SmartEncoding() {}

    /**
     * Returns the text in GSM-7 if replacements are enough for it; otherwise the text unchanged. The text is also unchanged if
     * it would have more segments (an ellipsis becomes three full stops), or would become too long for the API.
     *
     * <p>Letters that GSM lacks and emoji are never replaced, so a text with one of them is unchanged.
     *
     * @param text any text
     * @return a text with the same number of segments or fewer; a second call changes nothing
     * @throws NullPointerException when {@code text} is null
     */
    public static String of(String text) {
        Estimate before = Estimator.of(text);
        if (before.encoding() == Encoding.GSM_7) {
            return text;
        }
        String replaced = replaced(text);
        if (replaced == null) {
            return text;
        }
        Estimate after = Estimator.of(replaced);
        return after.segments() <= before.segments() && (after.fits() || !before.fits()) ? replaced : text;
    }

    /** Returns null if a character has no replacement. */
    private static String replaced(String text) {
        StringBuilder gsm = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            if (!append(gsm, codePoint)) {
                return null;
            }
            i += Character.charCount(codePoint);
        }
        return gsm.toString();
    }

    private static boolean append(StringBuilder gsm, int codePoint) {
        String equal = GsmAlphabet.has(codePoint) ? Character.toString(codePoint) : GsmReplacements.equal(codePoint);
        if (equal != null) {
            gsm.append(equal);
            return true;
        }
        int last = gsm.length() - 1;
        String composed = last < 0 ? null : GsmReplacements.composed(gsm.charAt(last), codePoint);
        if (composed == null) {
            return false;
        }
        gsm.setCharAt(last, composed.charAt(0));
        return true;
    }
}
