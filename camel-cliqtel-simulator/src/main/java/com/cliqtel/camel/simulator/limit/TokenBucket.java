/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.limit;

import java.time.Duration;
import java.time.Instant;

/**
 * A bucket, full at first, from which a call takes one token and which is refilled evenly.
 *
 * <p>Kept as the instant at which it would be full again: exact, where a count of tokens would be rounded.
 */
final class TokenBucket implements RateWindow {

    private final int limit;
    private final Duration perToken;
    private final Duration whole;
    private Instant full = Instant.MIN;

    TokenBucket(int limit, Duration length) {
        this.limit = limit;
        // a limit beyond one in a nanosecond is filled up by one in each
        this.perToken = Duration.ofNanos(Math.max(1, length.toNanos() / limit));
        this.whole = perToken.multipliedBy(limit);
    }

    @Override
    public Permit take(Instant now) {
        Duration missing = missing(now).plus(perToken);
        if (missing.compareTo(whole) > 0) {
            return Permit.refused(limit, missing.minus(whole));
        }
        full = now.plus(missing);
        return Permit.granted(limit, remaining(now));
    }

    @Override
    public int remaining(Instant now) {
        return (int) whole.minus(missing(now)).dividedBy(perToken);
    }

    private Duration missing(Instant now) {
        return full.isAfter(now) ? Duration.between(now, full) : Duration.ZERO;
    }
}
