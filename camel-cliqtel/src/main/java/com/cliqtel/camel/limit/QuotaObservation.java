/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.limit;

import java.time.Duration;

/**
 * What an answer said of the quota. Any number is taken, since a server may say anything.
 *
 * @param limit the account's limit, {@code X-RateLimit-Limit}; null when not said
 * @param remaining what the account has left in this window, {@code X-RateLimit-Remaining}; null when not said
 * @param holdBack after a 429, how long to hold everything back: {@code Retry-After} and one second, since whole seconds were
 *     cut down to; null when it was no 429
 */
public record QuotaObservation(Integer limit, Integer remaining, Duration holdBack) {

    private static final QuotaObservation NOTHING = new QuotaObservation(null, null, null);

    /**
     * What an answer without those headers says, and an attempt without an answer.
     *
     * @return nulls
     */
    public static QuotaObservation nothing() {
        return NOTHING;
    }
}
