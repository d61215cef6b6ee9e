/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.wire;

import java.net.URI;
import java.util.Objects;

import com.cliqtel.camel.text.MessageText;
import com.cliqtel.camel.text.PhoneNumber;

/**
 * The valid request to send one SMS.
 *
 * @param sender the account's number
 * @param to the recipient
 * @param text the text
 * @param statusCallbackUrl the address for delivery reports, or null
 */
public record Submission(Sender sender, PhoneNumber to, MessageText text, URI statusCallbackUrl) {

    public Submission {
        Objects.requireNonNull(sender, "sender");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(text, "text");
    }

    /** Returns a description without the text, with masked numbers and the host of the callback address, which may hold a token. */
    @Override
    public String toString() {
        return "Submission[sender=" + sender + ", to=" + to + ", text=" + text + ", statusCallbackUrl="
                + (statusCallbackUrl == null ? "null" : "at " + statusCallbackUrl.getHost()) + "]";
    }
}
