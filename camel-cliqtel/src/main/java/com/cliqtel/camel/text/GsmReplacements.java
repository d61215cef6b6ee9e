/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.text;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;

/**
 * Characters that the GSM alphabet lacks, and what says the same in it. {@code docs/decisions/0010} says why these and no
 * others.
 */
final class GsmReplacements {

    private static final Map<Integer, String> EQUALS = new HashMap<>();

    static {
        put("\"", "«»“”„‟″ʺˮ❝❞〝〞〟");
        put("'", "‘’‚‛′‵‹›´`ʹʻʼʽˊˋ❛❜");
        put("-", "\u2010\u2011‒–—―−﹘﹣");
        put("-", "•‣⁃◦●▪");
        put("...", "…");
        put("..", "‥");
        put(".", "․");
        put("/", "⁄∕");
        put("*", "∗");
        put("x", "×");
        put("_", "‗");
        put("ff", "ﬀ");
        put("fi", "ﬁ");
        put("fl", "ﬂ");
        put("ffi", "ﬃ");
        put("ffl", "ﬄ");
        put("st", "ﬅﬆ");
        put(" ", "\t\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000");
        put("\n", "\u000b\u0085\u2028\u2029");
        // invisible: hyphenation and joining, byte order marks, and marks of the direction that GSM text has anyway
        put("", "\u00ad\u200b\u200c\u2060\ufeff\u200e\u202a\u202c\u2066\u2068\u2069");
        // the forms for use between Chinese characters, FF01 to FF5E, are ASCII at a distance
        for (int ascii = '!'; ascii <= '~'; ascii++) {
            String gsm = ascii == '`' ? "'" : Character.toString(ascii);
            put(gsm, Character.toString(ascii + 0xfee0));
        }
    }

    private GsmReplacements() {}

    /** What says the same in GSM characters, perhaps with nothing; null when nothing does. */
    static String equal(int codePoint) {
        return EQUALS.get(codePoint);
    }

    /**
     * The one GSM letter that a letter and a combining accent are together (Unicode's canonical equivalence: macOS writes
     * names of files so), or null when there is none.
     */
    static String composed(char letter, int accent) {
        if (Character.getType(accent) != Character.NON_SPACING_MARK) {
            return null;
        }
        String together = Normalizer.normalize(letter + Character.toString(accent), Normalizer.Form.NFC);
        return together.length() == 1 && GsmAlphabet.has(together.charAt(0)) ? together : null;
    }

    private static void put(String gsm, String others) {
        others.codePoints().forEach(other -> EQUALS.put(other, gsm));
    }
}
