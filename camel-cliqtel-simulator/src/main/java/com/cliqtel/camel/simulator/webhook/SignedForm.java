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
     * blanks, escapes and exponents that other languages write, so that the two can be told apart.
     */
    STRINGIFIED {
        @Override
        String written(String stringified) {
            return ReformattedJson.of(stringified);
        }
    };

    /** How a payload is sent whose stringified form this is. */
    abstract String written(String stringified);

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
