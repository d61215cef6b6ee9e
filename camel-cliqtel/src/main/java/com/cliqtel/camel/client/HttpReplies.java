/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.client;

import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;

import com.cliqtel.camel.wire.ApiReply;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpResponse;

/** Converts HTTP responses to answers. */
final class HttpReplies {

    // the headers that the component reads, in upper and lower case
    private static final Map<String, String> READ = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    static {
        ApiReply.HEADERS.forEach(name -> READ.put(name, name));
    }

    private HttpReplies() {}

    /**
     * The answer.
     *
     * @param toWhole whether the whole request was written
     * @param proxy the proxy that may have answered instead of the API, or null
     */
    static ApiReply of(HttpResponse response, HttpBody body, boolean toWhole, String proxy) {
        Map<String, String> headers = new HashMap<>();
        for (Iterator<Header> all = response.headerIterator(); all.hasNext(); ) {
            Header header = all.next();
            String name = READ.get(header.getName());
            if (name != null) {
                headers.put(name, header.getValue());
            }
        }
        return new ApiReply(response.getCode(), headers, body.bytes(), toWhole, proxy);
    }
}
