/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.reconcile;

import com.cliqtel.camel.model.Digits;
import com.cliqtel.camel.model.PhoneNumber;

/**
 * What SMS have in common that may be taken for one another in the API's lists: the last digits of the recipient, and the
 * letters and digits of the text. A server that normalises numbers and texts leaves these as they are. The sender is no part
 * of it, for it can be given by its number and by its id, and which id belongs to which number is not known here.
 *
 * @param tail the recipient's last digits
 * @param letters the text's letters and digits
 */
record Likeness(String tail, String letters) {

    static Likeness of(PhoneNumber to, String text) {
        return new Likeness(Spelling.tail(to.e164()), Wording.letters(text));
    }

    /** The recipient, masked. */
    @Override
    public String toString() {
        return "Likeness[to=" + Digits.masked(tail) + "]";
    }
}
