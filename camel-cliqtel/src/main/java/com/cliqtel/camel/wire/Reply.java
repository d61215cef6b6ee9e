/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.wire;

import java.util.Map;

/**
 * The answer to a call in plain terms.
 *
 * @param status the HTTP status
 * @param headers the answer's headers, names in lower case, the last value of each
 * @param body the bytes received; empty when there were none
 * @param toWhole whether it answers a whole request: false when the request's body never left, as when a proxy refuses
 *     to make the connection
 */
public record Reply(int status, Map<String, String> headers, byte[] body, boolean toWhole) {

    /** Whether the API said yes. */
    public boolean successful() {
        return status >= 200 && status < 300;
    }

    /** The status only. */
    @Override
    public String toString() {
        return "HTTP " + status;
    }
}
