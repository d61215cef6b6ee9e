/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.soak;

import java.time.Duration;

/**
 * How fast everything goes: the usual times made shorter, all in the same proportion.
 *
 * @param divisor by which; greater than 0
 */
record Pace(int divisor) {

    Duration of(double usualSeconds) {
        return Duration.ofMillis(Math.round(usualSeconds * 1000 / divisor));
    }

    /** Usually 30 s. */
    Duration requestTimeout() {
        return of(30);
    }

    /** Of sends without a key, which are not sent again: usually 60 s. */
    Duration settlingTime() {
        return of(60);
    }

    /** Of sends with a key, which then are: usually 240 s. */
    Duration settlingTimeBeforeResend() {
        return of(240);
    }

    /** How often lists are polled. */
    Duration poll() {
        return of(20);
    }

    /** How late a message may show in lists: usually 2 min. */
    Duration overlap() {
        return of(120);
    }

    /** What may take longest when nothing new comes: a restart, keys that are handed over again, and webhooks that are repeated. */
    Duration longestEnd() {
        return settlingTimeBeforeResend().multipliedBy(6).plusSeconds(180);
    }
}
