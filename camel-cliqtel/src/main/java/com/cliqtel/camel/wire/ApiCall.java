/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.wire;

import java.util.Collection;
import java.util.Map;
import java.util.function.Supplier;

/**
 * One call of the API in plain terms.
 *
 * @param operation what it is for, such as {@code send}
 * @param path below the base URL, beginning with a slash
 * @param query the query parameters, not yet encoded, in order
 * @param body writes the JSON to post, for each attempt anew: a call may wait for long; null makes it a GET
 * @param withheld makes {@link #confidential()} when it is needed, since a call that waits keeps what it has
 */
public record ApiCall(
        String operation,
        String path,
        Map<String, String> query,
        Supplier<byte[]> body,
        Supplier<ConfidentialTexts> withheld) {

    /** Whether the call asks only, so that making it again changes nothing. */
    public boolean repeatable() {
        return body == null;
    }

    /** The texts that no message about this call may quote, such as the text of the SMS. */
    public ConfidentialTexts confidential() {
        return withheld.get();
    }

    /** Returns the same call with further confidential texts. */
    public ApiCall keeping(Supplier<? extends Collection<String>> secrets) {
        return new ApiCall(operation, path, query, body, () -> confidential().and(secrets.get()));
    }

    static ApiCall get(String operation, String path, Map<String, String> query) {
        return new ApiCall(operation, path, query, null, () -> ConfidentialTexts.NOTHING);
    }

    /** The operation and the path; neither query nor body, which hold numbers and texts. */
    @Override
    public String toString() {
        return (repeatable() ? "GET " : "POST ") + path;
    }
}
