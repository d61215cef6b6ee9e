/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.text;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;

/** Replacements for characters that the GSM alphabet lacks. {@code docs/decisions/0010} has the reasons for the selection. */
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
        // the full-width forms FF01 to FF5E have the order of ASCII
        for (int ascii = '!'; ascii <= '~'; ascii++) {
            String gsm = ascii == '`' ? "'" : Character.toString(ascii);
            put(gsm, Character.toString(ascii + 0xfee0));
        }
    }

    private GsmReplacements() {}

    /** Returns the replacement of a character, which may be empty; null if there is none. */
    static String equal(int codePoint) {
        return EQUALS.get(codePoint);
    }

    /**
     * Returns the GSM letter for a letter and a combining accent (Unicode's canonical equivalence, which macOS uses in file
     * names); null if there is none.
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
