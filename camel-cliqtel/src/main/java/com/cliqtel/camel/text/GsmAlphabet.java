/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.text;

/**
 * The GSM 7 bit default alphabet (3GPP TS 23.038, clause 6.2.1) with its extension table (clause 6.2.1.1). National
 * language tables are not used, since the recipient's phone may not have them.
 *
 * <p>The escape (0x1B) is not a character: it announces a character of the extension table.
 */
final class GsmAlphabet {

    // each row is a column of the standard's table
    private static final String BASIC = "@£$¥èéùìòÇ\nØø\rÅå"
            + "Δ_ΦΓΛΩΠΨΣΘΞÆæßÉ"
            + " !\"#¤%&'()*+,-./"
            + "0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNO"
            + "PQRSTUVWXYZÄÖÑÜ§"
            + "¿abcdefghijklmno"
            + "pqrstuvwxyzäöñüà";
    private static final String EXTENSION = "\f^{}\\[~]|€";
    private static final byte[] SEPTETS = septets();

    private GsmAlphabet() {}

    static boolean has(int codePoint) {
        return septets(codePoint) > 0;
    }

    /** Returns the number of septets of a character: 1, 2 with its escape, or 0 if the alphabet doesn't have it. */
    static int septets(int codePoint) {
        return codePoint < SEPTETS.length ? SEPTETS[codePoint] : 0;
    }

    private static byte[] septets() {
        byte[] septets = new byte['€' + 1];
        BASIC.chars().forEach(c -> septets[c] = 1);
        EXTENSION.chars().forEach(c -> septets[c] = 2);
        return septets;
    }
}
