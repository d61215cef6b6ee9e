/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.client;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import java.util.zip.GZIPInputStream;

import com.cliqtel.camel.wire.ApiReply;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpResponse;

/**
 * The body of an answer, as far as it was read. A body that breaks off is not a failure here, since the status has already
 * said whether the call succeeded. A 2xx without a readable body has another meaning than no answer.
 *
 * @param bytes the bytes read, unpacked; empty if they can't be unpacked
 * @param whole whether the end of the body was reached, so that the connection can be used again
 */
record HttpBody(byte[] bytes, boolean whole) {

    private static final byte[] NOTHING = {};

    // the headers that the component reads, in upper and lower case
    private static final Map<String, String> READ = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    static {
        ApiReply.HEADERS.forEach(name -> READ.put(name, name));
    }

    // the size of the buffer if the length is unknown
    private static final int USUAL = 1024;

    /**
     * Reads a body up to the limits of {@link AnswerLimits}. Doesn't close it, since closing reads the rest of the body.
     *
     * @param entity the entity, or null for none
     * @param onTheWire supplies the number of bytes that the connection has received so far
     */
    static HttpBody of(HttpEntity entity, LongSupplier onTheWire) {
        if (entity == null) {
            return new HttpBody(NOTHING, true);
        }
        try {
            return read(entity, onTheWire);
        } catch (Error brokenOff) {
            return new HttpBody(NOTHING, false);
        }
    }

    /** Returns the answer with this body, see {@link ApiReply}. */
    ApiReply reply(HttpResponse response, boolean toWhole, String proxy) {
        Map<String, String> headers = new HashMap<>();
        for (Iterator<Header> all = response.headerIterator(); all.hasNext(); ) {
            Header header = all.next();
            String name = READ.get(header.getName());
            if (name != null) {
                headers.put(name, header.getValue());
            }
        }
        return new ApiReply(response.getCode(), headers, bytes, toWhole, proxy);
    }

    private static HttpBody read(HttpEntity entity, LongSupplier onTheWire) {
        Received received = new Received(entity.getContentLength());
        boolean whole = false;
        try {
            InputStream content = entity.getContent();
            long most = onTheWire.getAsLong() + AnswerLimits.BODY_ON_THE_WIRE;
            while (received.more(content) && onTheWire.getAsLong() <= most) {
                // reads until the end or beyond the limit
            }
            whole = received.ended;
        } catch (IOException | RuntimeException brokenOff) {
            // the bytes read so far may be enough
        }
        return new HttpBody(unpacked(received.bytes(), entity.getContentEncoding()), whole);
    }

    private static boolean isPacked(byte[] bytes) {
        return bytes.length > 1 && ((bytes[1] & 0xff) << 8 | bytes[0] & 0xff) == GZIPInputStream.GZIP_MAGIC;
    }

    private static byte[] unpacked(byte[] bytes, String encoding) {
        String packing = encoding == null ? "" : encoding.trim().toLowerCase(Locale.ROOT);
        if (packing.isEmpty() || packing.equals("identity") || bytes.length == 0) {
            return bytes;
        }
        if (packing.endsWith("gzip") && !isPacked(bytes)) {
            // a proxy has unpacked it and left the header
            return bytes;
        }
        if (!packing.equals("gzip") && !packing.equals("x-gzip")) {
            return NOTHING;
        }
        try (InputStream content = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return content.readNBytes(AnswerLimits.BODY + 1);
        } catch (IOException notPacked) {
            return NOTHING;
        }
    }

    /** The buffer of a body. If the length is known, as it nearly always is, it has the final size from the beginning. */
    private static final class Received {

        private byte[] bytes;
        private int length;
        private boolean ended;

        Received(long said) {
            // one byte more than the stated length shows whether the body ends there
            this.bytes = new byte[said < 0 || said > AnswerLimits.BODY ? USUAL : (int) said + 1];
        }

        boolean more(InputStream content) throws IOException {
            if (length > AnswerLimits.BODY) {
                return false;
            }
            if (length == bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.min(bytes.length * 2, AnswerLimits.BODY + 1));
            }
            int read = content.read(bytes, length, bytes.length - length);
            length += Math.max(0, read);
            ended = read < 0;
            return !ended;
        }

        byte[] bytes() {
            return Arrays.copyOf(bytes, length);
        }
    }
}
