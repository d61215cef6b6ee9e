/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.error;

import java.util.Objects;

/**
 * Internal. The values of an exception.
 *
 * @param operation the operation that failed, such as {@code send}
 * @param code the API's error code, or one of the component's
 * @param statusCode the HTTP status of the answer; 0 without an answer
 * @param message what failed and what is allowed; without keys, texts of messages and full numbers
 */
public record ErrorFacts(String operation, ErrorCode code, int statusCode, String message) {

    public ErrorFacts {
        Objects.requireNonNull(operation, "operation");
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(message, "message");
    }

    String text() {
        String answer = statusCode == 0 ? "" : ", HTTP " + statusCode;
        return "cliqtel:" + operation + ": " + message + " (" + code + answer + ")";
    }
}
