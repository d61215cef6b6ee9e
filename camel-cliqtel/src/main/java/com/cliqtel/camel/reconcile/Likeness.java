/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.reconcile;

import java.text.Normalizer;

import com.cliqtel.camel.model.PhoneNumber;

/**
 * What SMS have in common that may be taken for one another in the API's lists: the recipient, and the text but for what
 * servers and carriers change, which is composition, line ends and outer blanks. The sender is no part of it, for it can be
 * said in two ways, by its number and by its id, and nobody here knows which id is whose.
 */
record Likeness(PhoneNumber to, String text) {

    static Likeness of(PhoneNumber to, String text) {
        return new Likeness(
                to,
                Normalizer.normalize(text, Normalizer.Form.NFC)
                        .replace("\r\n", "\n")
                        .replace('\r', '\n')
                        .strip());
    }

    /** The recipient, masked. */
    @Override
    public String toString() {
        return "Likeness[to=" + to + "]";
    }
}
