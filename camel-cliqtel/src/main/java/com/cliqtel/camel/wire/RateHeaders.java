/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.wire;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;

import com.cliqtel.camel.model.RateLimits;

/** The headers that tell of the quota: {@code X-RateLimit-Limit}, {@code X-RateLimit-Remaining}, {@code Retry-After}. */
final class RateHeaders {

    /** What to wait when a refusal for the rate doesn't say how long, or says it unreadably. */
    static final Duration UNSAID = Duration.ofSeconds(5);

    // whole seconds were cut down to: the real end is up to one later
    private static final Duration CUT_OFF = Duration.ofSeconds(1);

    private static final int COUNT_DIGITS = 9;

    private static volatile Read lastRead;

    private final Map<String, String> headers;

    RateHeaders(Map<String, String> headers) {
        this.headers = headers;
    }

    RateLimits limits() {
        return new RateLimits(count("x-ratelimit-limit"), count("x-ratelimit-remaining"));
    }

    /**
     * How long to wait after a 429: {@code Retry-After} (RFC 9110, 10.2.3: seconds or a date), plus the second that its
     * resolution hides.
     */
    Duration retryAfter() {
        String value = headers.getOrDefault("retry-after", "").trim();
        Duration said = isCount(value) ? Duration.ofSeconds(Long.parseLong(value)) : until(value);
        return said == null ? UNSAID : said.plus(CUT_OFF);
    }

    /** The time of the answer. */
    Optional<Instant> date() {
        return time(headers.get("date"));
    }

    private Duration until(String date) {
        return time(date)
                .map(then -> Duration.between(date().orElseGet(Instant::now), then))
                .map(wait -> wait.isNegative() ? Duration.ZERO : wait)
                .orElse(null);
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

    /** A date that has been read: all answers of a second have the same one, and reading it is dear. */
    private record Read(String date, Optional<Instant> time) {
        static Read of(String date) {
            try {
                return new Read(
                        date,
                        Optional.of(ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                                .toInstant()));
            } catch (DateTimeException notADate) {
                return new Read(date, Optional.empty());
            }
        }
    }

    private Integer count(String name) {
        String value = headers.getOrDefault(name, "").trim();
        return isCount(value) ? Integer.valueOf(value) : null;
    }

    private static boolean isCount(String value) {
        return !value.isEmpty()
                && value.length() <= COUNT_DIGITS
                && value.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
