/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.settings;

import java.time.Duration;

/**
 * Shortens the usual times in the same proportion, so that a run takes minutes.
 *
 * @param divisor the factor by which times are shorter; greater than 0
 */
public record TimeScale(int divisor) {

    public Duration of(double usualSeconds) {
        return Duration.ofMillis(Math.round(usualSeconds * 1000 / divisor));
    }

    /** Usually 30 s. */
    public Duration requestTimeout() {
        return of(30);
    }

    /** The settling time of sends that are never sent again: usually 60 s. */
    public Duration settlingTime() {
        return of(60);
    }

    /** The settling time of sends that may be sent again: usually 240 s. */
    public Duration settlingTimeBeforeResend() {
        return of(240);
    }

    /** The delay of a late acceptance: usually 36 s, just after the client's timeout. */
    public Duration late() {
        return of(36);
    }

    /** The longest delay of an acceptance: usually 105 s, between the two settling times. */
    public Duration latest() {
        return of(105);
    }

    /** The time between two polls of a list: usually 20 s. */
    public Duration poll() {
        return of(20);
    }

    /** The time by which a message may be late in lists: usually 2 min. */
    public Duration overlap() {
        return of(120);
    }

    /** The longest time until everything has ended: a restart, keys that are sent again, and repeated webhooks. */
    public Duration longestEnd() {
        return settlingTimeBeforeResend().multipliedBy(6).plusSeconds(180);
    }
}
