/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.benchmarks.list;

import java.util.PrimitiveIterator;

/** A way to read all messages of an account. */
interface MessageReader extends AutoCloseable {

    /** {@code cliqtel:list?paging=stream}. */
    String COMPONENT = "COMPONENT";

    /** A loop over pages with HttpClient 5 and Jackson. */
    String BY_HAND = "BY_HAND";

    /** The ids of all messages, requested page by page. */
    PrimitiveIterator.OfLong ids();

    /**
     * Opens a reader.
     *
     * @param name {@code COMPONENT} or {@code BY_HAND}
     */
    static MessageReader open(String name, String baseUrl) {
        return name.equals(BY_HAND) ? new LoopReader(baseUrl) : new ComponentReader(baseUrl);
    }

    @Override
    void close();
}
