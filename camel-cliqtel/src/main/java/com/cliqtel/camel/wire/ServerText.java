/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.wire;

import java.util.regex.Pattern;

/** Prepares a server's text for logs and exceptions. Stateless. */
final class ServerText {

    // the rest of a longer text is neither checked nor shown
    private static final int READ = 1_000;
    private static final int SHOWN = 200;
    private static final Pattern PHONE_NUMBER =
            Pattern.compile("\\p{Nd}(?:[\\p{Z}\\p{Pd}\\p{Cf}.()/]{0,3}\\p{Nd}){6,}+");
    private static final Pattern NO_DIGIT = Pattern.compile("\\P{Nd}");
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]+");
    private static final int DIGITS_SHOWN = 4;
    private static final String WITHHELD = "[withheld]";

    private ServerText() {}

    /**
     * Returns the text without anything confidential, with long numbers masked to their last four digits, on one line of at
     * most 200 characters. A text that quotes a secret or the message is withheld as a whole.
     */
    static String shown(String text, ConfidentialTexts confidential) {
        String read = text.length() > READ ? text.substring(0, READ) : text;
        if (confidential.isSecretIn(read)) {
            return "the server's text is " + WITHHELD + ": it quotes a secret of the account";
        }
        if (confidential.isMessageIn(read)) {
            return "the server's text is " + WITHHELD + ": it quotes the message";
        }
        String safe = confidential.withoutShort(read, WITHHELD);
        safe = PHONE_NUMBER.matcher(safe).replaceAll(number -> lastFour(number.group()));
        safe = UNPRINTABLE.matcher(safe).replaceAll(" ").trim();
        return safe.length() > SHOWN ? safe.substring(0, SHOWN) + "..." : safe;
    }

    /** Returns whether a word may be shown unchanged, since it has nothing confidential and no phone number. */
    static boolean isHarmless(String word, ConfidentialTexts confidential) {
        return shown(word, confidential).equals(word);
    }

    private static String lastFour(String number) {
        String digits = NO_DIGIT.matcher(number).replaceAll("");
        return "***" + digits.substring(digits.length() - DIGITS_SHOWN);
    }
}
