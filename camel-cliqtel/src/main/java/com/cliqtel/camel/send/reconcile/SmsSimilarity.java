/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.send.reconcile;

import com.cliqtel.camel.model.MaskedDigits;
import com.cliqtel.camel.text.PhoneNumber;

/**
 * The part of an SMS by which sends look alike in the API's lists: the last digits of the recipient, and the letters and
 * digits of the text. A server that normalises numbers and texts doesn't change these. The sender is not part of it, since it
 * can be given by its number or by its id, and the number of an id isn't known here.
 *
 * @param tail the recipient's last digits
 * @param letters the text's letters and digits
 */
record SmsSimilarity(String tail, String letters) {

    static SmsSimilarity of(PhoneNumber to, String text) {
        return new SmsSimilarity(NumberSpelling.tail(to.e164()), TextSimilarity.letters(text));
    }

    /** The recipient, masked. */
    @Override
    public String toString() {
        return "Likeness[to=" + MaskedDigits.masked(tail) + "]";
    }
}
