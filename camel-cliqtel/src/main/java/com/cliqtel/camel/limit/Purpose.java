/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.limit;

import java.util.Locale;

/**
 * The reason for a request. While permits are scarce, each purpose has a share of the limit per minute, and other purposes use
 * what it doesn't need. Within their shares, purposes are served in the order of the constants.
 */
public enum Purpose {
    /** A search for the SMS of a send with unknown outcome. Its share is 10 of 60. */
    RECONCILE(10),
    /** A health check. Its share is 1 of 60. */
    HEALTH(1),
    /** A poll for new messages or statuses. Its share is 6 of 60. */
    POLL(6),
    /** A send or a read of a route. Its share is what the others leave. */
    CALL(0);

    /** The share of sixty permits; 0 for what the others leave. */
    final int ofSixty;

    private final String word = name().toLowerCase(Locale.ROOT);

    Purpose(int ofSixty) {
        this.ofSixty = ofSixty;
    }

    /** Returns the name in lower case, for metrics and the console. It doesn't change. */
    public String word() {
        return word;
    }
}
