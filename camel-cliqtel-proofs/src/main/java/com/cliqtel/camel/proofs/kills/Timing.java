/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.kills;

import java.time.Duration;

/** The options of the component that is killed, short enough to see many ends. */
final class Timing {

    static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(2);
    static final Duration MAX_WAIT = Duration.ofMillis(500);
    static final Duration SETTLING_TIME = Duration.ofSeconds(2);
    static final int MAX_RETRIES = 0;

    private Timing() {}
}
