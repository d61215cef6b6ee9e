/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.text;

import com.cliqtel.camel.model.Encoding;
import com.cliqtel.camel.model.Estimate;

/**
 * Replaces the typographic characters that force a text into UCS-2 (quotes, dashes, special blanks, what word processors
 * put there) by their GSM equals. Stateless and thread-safe; takes time in proportion to the text.
 */
public final class SmartEncoding {

    private SmartEncoding() {}

    /**
     * The text in GSM-7, where replacing typography is enough for that; else the text as it is, since typography would be
     * lost for nothing. It is also left as it is where it would be more segments (an ellipsis becomes three full stops), or
     * would become too long for the API.
     *
     * <p>Letters that GSM lacks are never replaced by others, nor is an emoji touched: such a text stays as it is.
     *
     * @param text any text
     * @return a text of as many segments or fewer; doing it twice changes nothing more
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

    /** Null when a character has no equal. */
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
