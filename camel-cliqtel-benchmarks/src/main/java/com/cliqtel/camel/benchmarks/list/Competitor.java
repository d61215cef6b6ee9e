/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.benchmarks.list;

import java.util.function.Function;

/** Who reads. */
enum Competitor {
    /** {@code cliqtel:list?paging=stream}. */
    COMPONENT(ComponentReader::new),
    /** A loop over pages with HttpClient 5 and Jackson. */
    BY_HAND(HandReader::new);

    private final Function<String, MessageReader> opening;

    Competitor(Function<String, MessageReader> opening) {
        this.opening = opening;
    }

    MessageReader open(String baseUrl) {
        return opening.apply(baseUrl);
    }
}
