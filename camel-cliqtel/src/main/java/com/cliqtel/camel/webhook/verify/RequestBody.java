/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.webhook.verify;

import java.io.IOException;
import java.io.InputStream;

/** The body of a request: {@link Whole}, or {@link TooLarge} and not in memory. */
public sealed interface RequestBody {

    /**
     * A body within the limit.
     *
     * @param bytes as received, not decoded; not copied, so the caller must not change them
     */
    record Whole(byte[] bytes) implements RequestBody {

        /** Shows the size only. */
        @Override
        public String toString() {
            return "Whole[" + bytes.length + " bytes]";
        }
    }

    /** A body above the limit. */
    record TooLarge() implements RequestBody {}

    /**
     * Returns a body that is already in memory.
     *
     * @param max the largest size allowed, in bytes
     */
    static RequestBody of(byte[] bytes, int max) {
        return bytes.length > max ? new TooLarge() : new Whole(bytes);
    }

    /**
     * Reads a body, of a too large one at most one byte more than allowed. The stream is not closed.
     *
     * @param max the largest size allowed, in bytes, less than {@link Integer#MAX_VALUE}
     */
    static RequestBody read(InputStream in, int max) throws IOException {
        return of(in.readNBytes(max + 1), max);
    }
}
