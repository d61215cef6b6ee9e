/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.benchmarks.list;

import java.util.function.Function;

/** The compared ways to read a list. */
enum ReaderKind {
    /** {@code cliqtel:list?paging=stream}. */
    COMPONENT(ComponentReader::new),
    /** A loop over pages with HttpClient 5 and Jackson. */
    BY_HAND(LoopReader::new);

    private final Function<String, MessageReader> opening;

    ReaderKind(Function<String, MessageReader> opening) {
        this.opening = opening;
    }

    MessageReader open(String baseUrl) {
        return opening.apply(baseUrl);
    }
}
