/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.error;

import java.util.Objects;

/**
 * What is known of a failed call.
 *
 * @param operation which operation failed, such as {@code send}
 * @param code why, in the API's word or the component's own
 * @param statusCode the HTTP status of the answer; 0 when there was none
 * @param message what happened and what would be right; without keys, texts of messages and full numbers
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
