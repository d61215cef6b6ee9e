/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.model;

import java.time.Instant;

/**
 * What the API said to a call, and what it said of the quota.
 *
 * @param <T> what was asked for
 * @param value the answer
 * @param rateLimits what is left of the quota
 * @param date when the server wrote it, by its own clock; null when it doesn't say
 * @param skipped how many rows of a list could not be read; they are not in the value
 */
public record Answer<T>(T value, RateLimits rateLimits, Instant date, int skipped) {

    /** An answer of which everything could be read. */
    public Answer(T value, RateLimits rateLimits, Instant date) {
        this(value, rateLimits, date, 0);
    }

    /** An answer whose time nobody knows. */
    public Answer(T value, RateLimits rateLimits) {
        this(value, rateLimits, null);
    }
}
