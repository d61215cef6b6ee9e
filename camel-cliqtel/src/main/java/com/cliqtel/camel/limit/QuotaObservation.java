/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.limit;

import java.time.Duration;

/**
 * What one answer of the API says about the quota. The values are not checked, since a server may send any number.
 *
 * @param limit the account's requests per minute, from {@code X-RateLimit-Limit}; null if the answer doesn't say it
 * @param remaining the account's requests left in this window, from {@code X-RateLimit-Remaining}; null if the answer doesn't say
 *     it
 * @param holdBack after a 429, how long no request of the account may be made: {@code Retry-After} and one second, since servers
 *     round down to whole seconds. Null for any other answer
 */
public record QuotaObservation(Integer limit, Integer remaining, Duration holdBack) {

    private static final QuotaObservation NOTHING = new QuotaObservation(null, null, null);

    /** Returns the observation of an answer without these headers, or of a request without an answer: nulls. */
    public static QuotaObservation nothing() {
        return NOTHING;
    }
}
