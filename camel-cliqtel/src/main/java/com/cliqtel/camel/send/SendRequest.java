/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.send;

import java.net.URI;

import com.cliqtel.camel.text.MessageText;
import com.cliqtel.camel.text.PhoneNumber;
import com.cliqtel.camel.wire.Sender;
import com.cliqtel.camel.wire.Submission;

/**
 * The request to send a text, as one SMS or several.
 *
 * @param sender the account's number
 * @param to the recipient
 * @param text the text, of any length
 * @param callback where delivery reports go, or null for none
 * @param key the idempotency key, or null for none
 */
record SendRequest(Sender sender, PhoneNumber to, String text, URI callback, String key) {

    Submission sms(MessageText part) {
        return new Submission(sender, to, part, callback);
    }

    /** Neither key nor text. */
    @Override
    public String toString() {
        return "SendRequest[to=" + to + "]";
    }
}
