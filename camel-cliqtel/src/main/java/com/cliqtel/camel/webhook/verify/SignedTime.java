/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.webhook.verify;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.function.Function;

/**
 * Checks the time with which a webhook was signed, by the API's clock if it is known, and by this machine's clock otherwise. A
 * report is dropped for its age only if the API's clock says so and this machine's clock was not set in between. Thread-safe
 * if both clocks are.
 *
 * @param maxAge how old the signed time may be; greater than zero
 * @param machine this machine's clock
 * @param api the API's time at a time of this machine's clock; empty while no answer of the API has shown it
 */
public record SignedTime(Duration maxAge, MachineClock machine, Function<Instant, Optional<Instant>> api) {

    /** Seven days, which is longer than senders commonly repeat. It isn't documented whether and how long Cliqtel repeats. */
    public static final Duration DEFAULT_MAX_AGE = Duration.ofDays(7);

    /** The largest difference between two right clocks: five minutes. */
    public static final Duration FUTURE_TOLERANCE = Duration.ofMinutes(5);

    /** @throws IllegalArgumentException when {@code maxAge} is not greater than zero */
    public SignedTime {
        if (maxAge.isNegative() || maxAge.isZero()) {
            throw new IllegalArgumentException("maxAge " + maxAge + ": a duration greater than zero was expected");
        }
    }

    /**
     * Returns the answer to a webhook with a time that can't be accepted; empty if the time is valid. A webhook without a time
     * is accepted, since the signature already proves its origin, and a lost report is worse than a late one.
     */
    Optional<HttpAnswer> refusal(OffsetDateTime signed) {
        if (signed == null) {
            return Optional.empty();
        }
        Instant here = machine.instant();
        Optional<Instant> there = api.apply(here);
        Instant latest = there.filter(here::isBefore).orElse(here);
        if (age(signed, latest).negated().compareTo(FUTURE_TOLERANCE) > 0) {
            return Optional.of(HttpAnswer.FROM_THE_FUTURE);
        }
        if (age(signed, there.orElse(here)).compareTo(maxAge) > 0) {
            boolean confirmed = there.isPresent() && !machine.wasSet();
            return Optional.of(confirmed ? HttpAnswer.TOO_OLD : HttpAnswer.TOO_OLD_HERE);
        }
        return Optional.empty();
    }

    private static Duration age(OffsetDateTime signed, Instant now) {
        return Duration.between(signed.toInstant(), now);
    }
}
