/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.text;

/**
 * The GSM 7 bit default alphabet (3GPP TS 23.038, clause 6.2.1) with its extension table (clause 6.2.1.1). National
 * language tables are not assumed: which of them a phone has, nobody knows who sends to it.
 *
 * <p>The escape (0x1B) is not a character but announces one of the extension table: U+001B is not in the alphabet.
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

    /** How many septets a character takes: 1, 2 with the escape before it, or 0 when the alphabet doesn't have it. */
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
