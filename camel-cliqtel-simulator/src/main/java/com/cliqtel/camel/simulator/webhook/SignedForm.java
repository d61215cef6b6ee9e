/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.webhook;

import java.nio.charset.StandardCharsets;

/** What of a webhook is signed: the reference's words and its sample differ. */
public enum SignedForm {

    /** The bytes sent, as the words say. */
    RAW {
        @Override
        String written(String stringified) {
            return stringified;
        }
    },

    /**
     * What {@code JSON.stringify} makes of the payload parsed, as the sample has it. The payload is sent in another form, with
     * blanks and escapes that other languages write, so that the two can be told apart.
     */
    STRINGIFIED {
        @Override
        String written(String stringified) {
            StringBuilder written = new StringBuilder(stringified.length() + 64);
            boolean inText = false;
            for (int i = 0; i < stringified.length(); i++) {
                char c = stringified.charAt(i);
                inText ^= c == '"' && !isEscaped(stringified, i);
                if (inText && c > 0x7e) {
                    written.append(String.format("\\u%04x", (int) c));
                } else if (inText && c == '/') {
                    written.append("\\/");
                } else {
                    written.append(c);
                }
                if (!inText && (c == ',' || c == ':')) {
                    written.append(' ');
                }
            }
            return written.toString();
        }
    };

    private static boolean isEscaped(String json, int quote) {
        int backslashes = 0;
        while (quote > backslashes && json.charAt(quote - 1 - backslashes) == '\\') {
            backslashes++;
        }
        return backslashes % 2 == 1;
    }

    /** How a payload is sent whose stringified form this is. */
    abstract String written(String stringified);

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
