/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.wire;

import java.time.Instant;

/**
 * The answer to a call.
 *
 * @param <T> the type of the answer
 * @param value the answer
 * @param rateLimits the account's quota after the call
 * @param date when the server wrote the answer, by its own clock; null if it doesn't say
 * @param skipped the number of rows of a list that could not be read; they are not in the value
 */
public record Answer<T>(T value, RateLimits rateLimits, Instant date, int skipped) {

    /** Creates an answer without skipped rows and without a date. */
    public Answer(T value, RateLimits rateLimits) {
        this(value, rateLimits, null, 0);
    }
}
