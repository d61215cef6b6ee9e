/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.client;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What time it is at the server, as the {@code Date} headers of its answers tell (RFC 9110, 6.6.1: whole seconds, cut
 * down). Each answer bounds how far the server's clock is ahead of this machine's; together they bound it closely.
 * Thread-safe.
 */
public final class ServerClock {

    private static final Duration CUT_OFF = Duration.ofSeconds(1);

    private final AtomicReference<Ahead> ahead = new AtomicReference<>();

    /**
     * How far the server's clock is ahead, negative where it is behind.
     *
     * @param least at least, by the answers that agree
     * @param most at most, by these
     * @param careful at least, also by what only one answer contradicts
     */
    private record Ahead(Duration least, Duration most, Duration careful) {

        /**
         * What both say. Where they contradict one another a clock has been set, and the newer one holds; or one of them
         * lies, or machines differ, so until another one agrees with it, it may also be as early as before.
         */
        Ahead and(Ahead newer) {
            Duration lower = later(least, newer.least);
            Duration upper = most.compareTo(newer.most) < 0 ? most : newer.most;
            return lower.compareTo(upper) <= 0
                    ? new Ahead(lower, upper, lower)
                    : new Ahead(newer.least, newer.most, earlier(least, newer.least));
        }

        private static Duration later(Duration one, Duration other) {
            return one.compareTo(other) > 0 ? one : other;
        }

        private static Duration earlier(Duration one, Duration other) {
            return one.compareTo(other) < 0 ? one : other;
        }
    }

    /**
     * The earliest that it can have been at the server at a time of this machine's clock; empty while no answer has come.
     */
    public Optional<Instant> earliest(Instant local) {
        return Optional.ofNullable(ahead.get()).map(known -> local.plus(known.careful()));
    }

    /**
     * An answer came.
     *
     * @param date its date
     * @param sent when it was asked for, by this machine's clock: the server wrote the date after that
     * @param received when it came: the server wrote the date before that
     */
    void heard(Instant date, Instant sent, Instant received) {
        Duration least = Duration.between(received, date);
        Ahead told = new Ahead(least, Duration.between(sent, date.plus(CUT_OFF)), least);
        ahead.accumulateAndGet(told, (known, newer) -> known == null ? newer : known.and(newer));
    }

    @Override
    public String toString() {
        Ahead known = ahead.get();
        return "ServerClock[" + (known == null ? "unknown" : known.least() + " to " + known.most() + " ahead") + "]";
    }
}
