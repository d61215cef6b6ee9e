/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.client;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import com.cliqtel.camel.wire.Reply;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;

/** HTTP responses as answers: what of the body came, up to a limit. */
final class HttpReplies {

    /** The longest body that is read, in bytes. */
    static final int MAX_BODY = 2 * 1024 * 1024;

    private HttpReplies() {}

    static Reply read(ClassicHttpResponse response, boolean toWhole) {
        Map<String, String> headers = new HashMap<>();
        for (Header header : response.getHeaders()) {
            headers.put(header.getName().toLowerCase(Locale.ROOT), header.getValue());
        }
        return new Reply(response.getCode(), headers, body(response.getEntity()), toWhole);
    }

    /**
     * What came of the body. A body that breaks off is no failure here: the status has already said whether the call
     * succeeded, and a 2xx whose body cannot be read means something else than no answer.
     */
    private static byte[] body(HttpEntity entity) {
        ByteArrayOutputStream received = new ByteArrayOutputStream(1024);
        try {
            // never closed here: closing would read what is left, however long; closing the response drops it
            InputStream content = entity == null ? InputStream.nullInputStream() : entity.getContent();
            byte[] chunk = new byte[8192];
            for (int n = content.read(chunk); n >= 0 && received.size() <= MAX_BODY; n = content.read(chunk)) {
                received.write(chunk, 0, n);
            }
        } catch (IOException brokenOff) {
            return received.toByteArray();
        }
        return received.toByteArray();
    }
}
