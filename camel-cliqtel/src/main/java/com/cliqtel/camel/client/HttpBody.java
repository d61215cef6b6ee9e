/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.client;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.LongSupplier;
import java.util.zip.GZIPInputStream;

import org.apache.hc.core5.http.HttpEntity;

/**
 * The body of an answer, as far as it was read. A body that breaks off is no failure here: the status has already said whether the
 * call succeeded, and a 2xx whose body can't be read means something else than no answer.
 *
 * @param bytes what was read, unpacked; empty where it can't be unpacked
 * @param whole whether its end was reached, so that the connection can be used again
 */
record HttpBody(byte[] bytes, boolean whole) {

    private static final byte[] NOTHING = {};

    // where its length isn't said
    private static final int USUAL = 1024;

    /**
     * Reads it, up to the limits of {@link AnswerLimits}. It is never closed here: closing reads all that is left of it.
     *
     * @param entity the entity, or null for none
     * @param onTheWire how many bytes the connection has received so far
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

    private static HttpBody read(HttpEntity entity, LongSupplier onTheWire) {
        Received received = new Received(entity.getContentLength());
        boolean whole = false;
        try {
            InputStream content = entity.getContent();
            long most = onTheWire.getAsLong() + AnswerLimits.BODY_ON_THE_WIRE;
            while (received.more(content) && onTheWire.getAsLong() <= most) {
                // goes on until there is no more, or too much
            }
            whole = received.ended;
        } catch (IOException | RuntimeException brokenOff) {
            // what has come so far may be enough
        }
        return new HttpBody(unpacked(received.bytes(), entity.getContentEncoding()), whole);
    }

    private static byte[] unpacked(byte[] bytes, String encoding) {
        String packing = encoding == null ? "" : encoding.trim().toLowerCase(Locale.ROOT);
        if (packing.isEmpty() || packing.equals("identity") || bytes.length == 0) {
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

    /** What has come of a body: read at once into what it will be when its length is said, for that is what nearly all are. */
    private static final class Received {

        private byte[] bytes;
        private int length;
        private boolean ended;

        Received(long said) {
            // one byte more than said tells whether it is the end
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
