/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.wire;

import java.util.Collection;
import java.util.regex.Pattern;

/** What a server wrote for people to read, made fit for logs and exceptions. */
final class ServerText {

    private static final int SHOWN = 200;
    private static final Pattern LONG_NUMBER = Pattern.compile("[0-9](?:[ \\-.()]{0,2}[0-9]){6,}");
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029]+");
    private static final Pattern CODE = Pattern.compile("[0-9]{4,}");
    private static final int QUOTE = 12;
    private static final String WITHHELD = "[withheld]";

    private ServerText() {}

    /**
     * The text without what is confidential about the call, with long numbers masked to their last four digits, on one
     * line of at most 200 characters.
     */
    static String shown(String text, Collection<String> confidential) {
        if (confidential.stream().anyMatch(secret -> quotes(text, secret))) {
            return "the server's words are " + WITHHELD + ": they quote the message";
        }
        String safe = text;
        for (String secret : confidential) {
            safe = standingAlone(secret).matcher(safe).replaceAll(WITHHELD);
        }
        safe = LONG_NUMBER.matcher(safe).replaceAll(number -> lastFour(number.group()));
        safe = UNPRINTABLE.matcher(safe).replaceAll(" ").trim();
        return safe.length() > SHOWN ? safe.substring(0, SHOWN) + "..." : safe;
    }

    // a part of the text, or a code that stands in it
    private static boolean quotes(String text, String secret) {
        for (int i = 0; i + QUOTE <= secret.length(); i++) {
            if (text.contains(secret.substring(i, i + QUOTE))) {
                return true;
            }
        }
        return CODE.matcher(secret).results().anyMatch(code -> text.contains(code.group()));
    }

    private static String lastFour(String number) {
        String digits = number.replaceAll("[^0-9]", "");
        return "***" + digits.substring(digits.length() - 4);
    }

    // a one-letter text stands in every sentence; only where it stands alone is it quoted
    private static Pattern standingAlone(String secret) {
        return Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(secret) + "(?![\\p{L}\\p{N}])");
    }
}
