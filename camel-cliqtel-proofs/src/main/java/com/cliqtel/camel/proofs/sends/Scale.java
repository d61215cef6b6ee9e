/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.sends;

import java.time.Duration;

/**
 * The usual times made shorter, all in the same proportion, so that a run takes minutes.
 *
 * @param divisor by which; greater than 0
 */
public record Scale(int divisor) {

    private static final long LATE = 36;
    private static final long LATEST = 105;

    Duration of(long usualSeconds) {
        return Duration.ofSeconds(usualSeconds).dividedBy(divisor);
    }

    /** Usually 30 s. */
    Duration requestTimeout() {
        return of(30);
    }

    /** Of those who never send again: usually 60 s. */
    Duration settlingTime() {
        return of(60);
    }

    /** Of those who then do: usually 240 s. */
    Duration settlingTimeBeforeResend() {
        return of(240);
    }

    /** How long after the call came in a late message is accepted: its client has just given up. */
    Duration late() {
        return of(LATE);
    }

    /** When the latest of all is accepted: after the settling time of those who never send again, before the other. */
    Duration latest() {
        return of(LATEST);
    }
}
