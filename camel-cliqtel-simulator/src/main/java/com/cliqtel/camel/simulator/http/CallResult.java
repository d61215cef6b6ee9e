/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.http;

import java.time.Instant;
import java.util.Map;

/**
 * How a call ended.
 *
 * @param answer the answer, or {@link #NONE}
 * @param at when the call ended, in the simulator's time
 * @param fault the name of the fault or hold that applied; null for none
 */
record CallResult(Answer answer, Instant at, String fault) {

    /** The answer of a call without an answer: status 0. */
    static final Answer NONE = new Answer(0, Map.of(), "");

    /** Returns the remaining calls that the answer states; null if it states no number. */
    Integer remaining() {
        String told = answer.headers().get(HeaderFilter.REMAINING);
        return told != null && told.matches("[0-9]{1,9}") ? Integer.valueOf(told) : null;
    }
}
