/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.limit;

import java.util.Locale;

/**
 * What a request is for. Each purpose has a part of the minute that is its own when permits are scarce, and lends what it
 * doesn't use. The constants stand in the order in which they are served within their parts.
 */
public enum Purpose {
    /** Finding out what became of a send nobody answered for: 10 of 60. */
    RECONCILE(10),
    /** Asking whether the account can be reached: 1 of 60. */
    HEALTH(1),
    /** Looking for news: 6 of 60. */
    POLL(6),
    /** What a route asked for, sends and reads: the rest. */
    CALL(0);

    /** Its own part of sixty permits; 0 is what the others leave. */
    final int ofSixty;

    private final String word = name().toLowerCase(Locale.ROOT);

    Purpose(int ofSixty) {
        this.ofSixty = ofSixty;
    }

    /** The name in lower case: a stable word for metrics and consoles. */
    public String word() {
        return word;
    }
}
