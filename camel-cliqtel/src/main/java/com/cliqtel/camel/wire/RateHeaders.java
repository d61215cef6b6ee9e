/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.wire;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the headers about the quota: {@code X-RateLimit-Limit}, {@code X-RateLimit-Remaining} and {@code Retry-After}. */
final class RateHeaders {

    /** The wait after a 429 whose {@code Retry-After} is missing or unreadable. */
    static final Duration DEFAULT_WAIT = Duration.ofSeconds(5);

    // the server may have cut off a fraction, so the real end is up to a second later
    private static final Duration CUT_OFF = Duration.ofSeconds(1);

    // longer waits are limited to this: 31 years
    private static final BigDecimal MOST = BigDecimal.valueOf(999_999_999);
    private static final Duration LONGEST = Duration.ofSeconds(MOST.longValueExact());
    private static final Pattern NUMBER = Pattern.compile("\\+?[0-9]{1,400}(?:\\.[0-9]{0,400})?");

    private static volatile Read lastRead;

    private final Map<String, String> headers;

    RateHeaders(Map<String, String> headers) {
        this.headers = headers;
    }

    RateLimits limits() {
        return new RateLimits(count("x-ratelimit-limit"), count("x-ratelimit-remaining"));
    }

    /**
     * Returns the wait before the next call by {@code Retry-After} (RFC 9110, section 10.2.3); empty when it is missing or
     * unreadable. Never shorter than the header says: a fraction of a second counts as a second, and whole seconds get one
     * more, since the server may have cut off a fraction.
     */
    Optional<Duration> retryAfter() {
        String value = headers.getOrDefault("retry-after", "").trim();
        return NUMBER.matcher(value).matches() ? Optional.of(seconds(value)) : until(value);
    }

    private static Duration seconds(String value) {
        BigDecimal seconds = new BigDecimal(value).min(MOST);
        Duration whole =
                Duration.ofSeconds(seconds.setScale(0, RoundingMode.CEILING).longValueExact());
        return seconds.stripTrailingZeros().scale() > 0 ? whole : whole.plus(CUT_OFF);
    }

    /** Returns the {@code Date} of the answer; empty when it is missing or unreadable. */
    Optional<Instant> date() {
        return time(headers.get("date"));
    }

    private Optional<Duration> until(String date) {
        return time(date)
                .map(then -> Duration.between(date().orElseGet(Instant::now), then))
                .map(wait -> wait.isNegative() ? Duration.ZERO : wait)
                .map(wait -> wait.compareTo(LONGEST) > 0 ? LONGEST : wait)
                .map(wait -> wait.plus(CUT_OFF));
    }

    private static Optional<Instant> time(String date) {
        if (date == null) {
            return Optional.empty();
        }
        Read last = lastRead;
        if (last == null || !last.date().equals(date)) {
            last = Read.of(date);
            lastRead = last;
        }
        return last.time();
    }

    /** A parsed date. It is kept, since all answers of a second have the same date and parsing is slow. */
    private record Read(String date, Optional<Instant> time) {
        static Read of(String date) {
            return new Read(date, HttpDate.read(date));
        }
    }

    // rounded down and never negative, since fewer calls than allowed are safe
    private Integer count(String name) {
        String value = headers.getOrDefault(name, "").trim();
        String digits = value.startsWith("-") ? value.substring(1) : value;
        if (!NUMBER.matcher(digits).matches()) {
            return null;
        }
        return value.startsWith("-") ? 0 : new BigDecimal(digits).min(MOST).intValue();
    }
}
