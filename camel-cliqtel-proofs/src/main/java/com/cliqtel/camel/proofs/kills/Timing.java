/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.kills;

import java.time.Duration;

/** Options of the component in a {@link SendingProcess}. They are small, so that leases are short. */
enum Timing {
    USUAL(Duration.ofMillis(500), 0),
    /** A wait after a 429 may be long. */
    PATIENT(Duration.ofSeconds(8), 0),
    /** Permits come slowly, and a wait for a permit may be long. */
    SLOW(Duration.ofSeconds(4), 1);

    static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(2);
    static final Duration SETTLING_TIME = Duration.ofSeconds(2);
    static final int MAX_RETRIES = 0;

    private final Duration maxWait;
    private final int messagesPerSecond;

    Timing(Duration maxWait, int messagesPerSecond) {
        this.maxWait = maxWait;
        this.messagesPerSecond = messagesPerSecond;
    }

    Duration maxWait() {
        return maxWait;
    }

    /** 0 for no limit. */
    int messagesPerSecond() {
        return messagesPerSecond;
    }
}
