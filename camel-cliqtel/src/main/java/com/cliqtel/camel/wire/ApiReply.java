/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.wire;

import java.util.List;
import java.util.Map;

/**
 * The answer to a call, independent of HTTP.
 *
 * @param status the HTTP status
 * @param headers the headers named in {@link #HEADERS}, with the last value of each
 * @param body the bytes received; empty when there were none
 * @param toWhole whether the whole request was written; false when its body never left, such as when a proxy refuses the
 *     connection
 * @param proxy the proxy that may have answered instead of the API, as host and port; null for none
 */
public record ApiReply(int status, Map<String, String> headers, byte[] body, boolean toWhole, String proxy) {

    /** The names of the headers that are used, in lower case. */
    public static final List<String> HEADERS =
            List.of("date", "location", "retry-after", "x-ratelimit-limit", "x-ratelimit-remaining");

    /** Creates an answer that can't be a proxy's. */
    public ApiReply(int status, Map<String, String> headers, byte[] body, boolean toWhole) {
        this(status, headers, body, toWhole, null);
    }

    /** Returns whether the status is 2xx. */
    public boolean successful() {
        return status >= 200 && status < 300;
    }

    /** Returns the status only. */
    @Override
    public String toString() {
        return "HTTP " + status;
    }
}
