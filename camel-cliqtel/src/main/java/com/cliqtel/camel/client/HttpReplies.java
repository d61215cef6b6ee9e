/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.client;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;

import com.cliqtel.camel.wire.Reply;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;

/** HTTP responses as answers: what of the body came, up to a limit. */
final class HttpReplies {

    /** The longest body that is read, in bytes. */
    static final int MAX_BODY = 2 * 1024 * 1024;

    // where its length isn't said
    private static final int USUAL_BODY = 1024;

    // those that somebody asks for, however they are written
    private static final Map<String, String> READ = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    static {
        Reply.HEADERS.forEach(name -> READ.put(name, name));
    }

    private HttpReplies() {}

    static Reply read(ClassicHttpResponse response, boolean toWhole) {
        Map<String, String> headers = new HashMap<>();
        for (Iterator<Header> all = response.headerIterator(); all.hasNext(); ) {
            Header header = all.next();
            String name = READ.get(header.getName());
            if (name != null) {
                headers.put(name, header.getValue());
            }
        }
        return new Reply(response.getCode(), headers, body(response.getEntity()), toWhole);
    }

    /**
     * What came of the body. A body that breaks off is no failure here: the status has already said whether the call
     * succeeded, and a 2xx whose body cannot be read means something else than no answer.
     */
    private static byte[] body(HttpEntity entity) {
        Received received = new Received(entity == null ? 0 : entity.getContentLength());
        try {
            // never closed here: closing would read what is left, however long; closing the response drops it
            InputStream content = entity == null ? InputStream.nullInputStream() : entity.getContent();
            while (received.more(content)) {
                // goes on until there is no more, or too much
            }
        } catch (IOException brokenOff) {
            return received.bytes();
        }
        return received.bytes();
    }

    /** What has come of a body: read at once into what it will be when its length is said, for that is what nearly all are. */
    private static final class Received {

        private byte[] bytes;
        private int length;

        Received(long said) {
            // one byte more than said tells whether it is the end
            this.bytes = new byte[said < 0 || said > MAX_BODY ? USUAL_BODY : (int) said + 1];
        }

        boolean more(InputStream content) throws IOException {
            if (length > MAX_BODY) {
                return false;
            }
            if (length == bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.min(bytes.length * 2, MAX_BODY + 1));
            }
            int read = content.read(bytes, length, bytes.length - length);
            length += Math.max(0, read);
            return read >= 0;
        }

        byte[] bytes() {
            return Arrays.copyOf(bytes, length);
        }
    }
}
