/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.http;

import java.time.Instant;
import java.util.Map;

/**
 * How a call ended.
 *
 * @param answer what it was answered with, or {@link #NONE}
 * @param at when, in the simulator's time
 * @param fault the name of what struck it; null when nothing did
 */
record CallEnd(Answer answer, Instant at, String fault) {

    /** What an unanswered call has for an answer: the status 0. */
    static final Answer NONE = new Answer(0, Map.of(), "");

    /** What the caller was told that is left of the minute; null when it was not told a number. */
    Integer remaining() {
        String told = answer.headers().get(Stamping.REMAINING);
        return told != null && told.matches("[0-9]{1,9}") ? Integer.valueOf(told) : null;
    }
}
