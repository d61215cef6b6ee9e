/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.webhook.verify;

import java.io.IOException;
import java.io.InputStream;

/** The body of a request as far as it was read: {@link Whole}, or {@link TooLarge} and never held in memory. */
public sealed interface RequestBody {

    /**
     * A body within the limit.
     *
     * @param bytes as received, undecoded; not copied, not to be changed afterwards
     */
    record Whole(byte[] bytes) implements RequestBody {

        /** The size only. */
        @Override
        public String toString() {
            return "Whole[" + bytes.length + " bytes]";
        }
    }

    /** A body above the limit, of which nothing was kept. */
    record TooLarge() implements RequestBody {}

    /**
     * Judges a body that is already in memory.
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
