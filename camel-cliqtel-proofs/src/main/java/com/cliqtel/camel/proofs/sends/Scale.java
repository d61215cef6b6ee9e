/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.sends;

import java.time.Duration;

/** A thirtieth of the usual times, all in the same proportion, so that a run takes minutes. */
final class Scale {

    static final int DIVISOR = 30;

    /** 30 s. */
    static final Duration REQUEST_TIMEOUT = of(30);

    /** How long after the call came in a late message is accepted: its client has just given up. */
    static final Duration LATE = of(36);

    /** When the latest of all is accepted: after the settling time of those who never send again, before the other. */
    static final Duration LATEST = of(105);

    private Scale() {}

    static Duration of(long usualSeconds) {
        return Duration.ofSeconds(usualSeconds).dividedBy(DIVISOR);
    }
}
