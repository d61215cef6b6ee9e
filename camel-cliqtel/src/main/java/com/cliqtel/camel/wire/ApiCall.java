/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.wire;

import java.util.Collection;
import java.util.Map;
import java.util.function.Supplier;

import com.cliqtel.camel.error.CliqtelUnavailableException;
import com.cliqtel.camel.error.ErrorCode;
import com.cliqtel.camel.error.ErrorFacts;
import com.cliqtel.camel.error.Outcome;

/**
 * A call of the API, independent of HTTP.
 *
 * @param operation the operation, such as {@code send}
 * @param method the HTTP method
 * @param path the path below the base URL, with a leading slash
 * @param query the query parameters, not yet encoded, in order
 * @param body writes the JSON of a POST, anew for each attempt, since a waiting call should not hold it; null without a body
 * @param withheld creates {@link #confidential()} when it is needed, since a waiting call should not hold it
 */
public record ApiCall(
        String operation,
        String method,
        String path,
        Map<String, String> query,
        Supplier<byte[]> body,
        Supplier<ConfidentialTexts> withheld) {

    /** Returns whether the call may be repeated. Only a POST must not: each one sends an SMS. */
    public boolean repeatable() {
        return !"POST".equals(method);
    }

    /** Returns the texts that logs and exceptions must not quote, such as the text of the SMS. */
    public ConfidentialTexts confidential() {
        return withheld.get();
    }

    /** Returns the same call with further confidential texts. */
    public ApiCall keeping(Supplier<? extends Collection<String>> secrets) {
        return new ApiCall(
                operation, method, path, query, body, () -> confidential().and(secrets.get()));
    }

    /** Returns the values of an exception for this call, if there was no answer. */
    public ErrorFacts failure(ErrorCode code, String message) {
        return new ErrorFacts(operation, code, 0, message);
    }

    /** Returns the exception for this call if it was not sent. */
    public CliqtelUnavailableException notSent(ErrorCode code, String message, Throwable cause) {
        return new CliqtelUnavailableException(failure(code, message), Outcome.NOT_SENT, cause);
    }

    static ApiCall withoutBody(String operation, String method, String path, Map<String, String> query) {
        return new ApiCall(operation, method, path, query, null, () -> ConfidentialTexts.NOTHING);
    }

    /** Returns the method and the path, without the query and the body, which have numbers and texts. */
    @Override
    public String toString() {
        return method + " " + path;
    }
}
