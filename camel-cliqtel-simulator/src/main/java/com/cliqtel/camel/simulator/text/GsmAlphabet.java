/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.text;

/** The default alphabet of GSM 03.38 with its extension table; national tables are not assumed. */
final class GsmAlphabet {

    // in the order of the standard's table, without the escape at 0x1B
    private static final String BASIC = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ"
            + " !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§"
            + "¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private static final String EXTENSION = "\f^{}\\[~]|€";

    private GsmAlphabet() {}

    static boolean canWrite(String text) {
        return text.chars().allMatch(c -> septets((char) c) > 0);
    }

    /** Septets a character takes: 1, 2 with the escape before it, or 0 when the alphabet does not have it. */
    static int septets(char c) {
        if (BASIC.indexOf(c) >= 0) {
            return 1;
        }
        return EXTENSION.indexOf(c) >= 0 ? 2 : 0;
    }
}
