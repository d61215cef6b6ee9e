/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.model;

import java.net.URI;
import java.util.Objects;

/**
 * One SMS that can be submitted as it is: every part known and valid.
 *
 * @param sender the account's number
 * @param to the recipient
 * @param text what it says
 * @param statusCallbackUrl where delivery reports go, or null for none
 */
public record Submission(Sender sender, PhoneNumber to, MessageText text, URI statusCallbackUrl) {

    public Submission {
        Objects.requireNonNull(sender, "sender");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(text, "text");
    }

    /** Without the text, with masked numbers, and of the callback address the host only: the rest may hold a token. */
    @Override
    public String toString() {
        return "Submission[sender=" + sender + ", to=" + to + ", text=" + text + ", statusCallbackUrl="
                + (statusCallbackUrl == null ? "null" : "at " + statusCallbackUrl.getHost()) + "]";
    }
}
