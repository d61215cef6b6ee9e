/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.client;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The local time, and how far the server's clock is ahead of it. The clock that counts is the one that gives messages their
 * {@code created_at}. It is learnt from the answers to the account's own sends. Until the first of them, the {@code Date}
 * headers of answers (RFC 9110, 6.6.1) are the estimate. Thread-safe.
 */
public final class ServerClock {

    // created_at and Date have whole seconds, cut down
    private static final Duration CUT_OFF = Duration.ofSeconds(1);
    // the clocks of an API's machines may differ by so much without a sign of it
    private static final Duration MACHINES_DIFFER = Duration.ofSeconds(30);
    private static final Duration UNKNOWN = Duration.ofDays(1);
    private static final Duration CENTURY = Duration.ofDays(36_525);

    private final LocalTime local;
    private final AtomicReference<Ahead> byCreation = new AtomicReference<>();
    private final AtomicReference<Ahead> byDate = new AtomicReference<>();

    /** A clock of which nothing is known yet, and the local time of this process. */
    public ServerClock() {
        this(LocalTime.OF_THIS_PROCESS);
    }

    /** @param wall tells the local time once, now; from then on it passes by {@link System#nanoTime()} */
    public ServerClock(InstantSource wall) {
        this(new LocalTime(wall));
    }

    private ServerClock(LocalTime local) {
        this.local = local;
    }

    /**
     * How far the server's clock is ahead of the local time, negative where it is behind.
     *
     * @param least at least, by the answers that agree
     * @param most at most, by these
     * @param careful at least, also by what only one answer contradicts
     * @param ever the least that any answer has told
     */
    private record Ahead(Duration least, Duration most, Duration careful, Duration ever) {

        static Ahead told(Instant time, Instant sent, Instant received) {
            Duration least = Duration.between(received, time);
            return new Ahead(least, Duration.between(sent, time.plus(CUT_OFF)), least, least);
        }

        /**
         * What both say. Where they contradict one another a clock has been set, and the newer one holds; or one of them
         * is wrong, or machines differ. So until another one agrees with it, it may also be as early as before.
         */
        Ahead and(Ahead newer) {
            Duration lower = later(least, newer.least);
            Duration upper = most.compareTo(newer.most) < 0 ? most : newer.most;
            Duration lowest = earlier(ever, newer.ever);
            return lower.compareTo(upper) <= 0
                    ? new Ahead(lower, upper, lower, lowest)
                    : new Ahead(newer.least, newer.most, earlier(least, newer.least), lowest);
        }

        private static Duration later(Duration one, Duration other) {
            return one.compareTo(other) > 0 ? one : other;
        }

        private static Duration earlier(Duration one, Duration other) {
            return one.compareTo(other) < 0 ? one : other;
        }
    }

    /** The local time. No setting of the machine's clock moves it, so it may differ from that clock. */
    public Instant now() {
        return local.instant();
    }

    /**
     * Estimates the earliest time that it can have been at the server at a local time: by {@code created_at}, or while that
     * is not known, by {@code Date}. Empty while no answer has come.
     */
    public Optional<Instant> earliest(Instant at) {
        return byCreation(at).or(() -> Optional.ofNullable(byDate.get()).map(known -> at.plus(known.careful())));
    }

    /** The same by {@code created_at} alone. Empty while no answer has shown one. */
    public Optional<Instant> byCreation(Instant at) {
        return Optional.ofNullable(byCreation.get()).map(known -> at.plus(known.careful()));
    }

    /**
     * The time before which no message was created by a request that left at a local time. It is earlier than
     * {@link #earliest} by as much as the clocks of an API's machines may differ, and by a day while no answer has shown a
     * {@code created_at}, for a {@code Date} may be that of a gateway.
     */
    public Instant possible(Instant at) {
        Ahead dated = byDate.get();
        Instant byDates = dated == null ? at : at.plus(dated.careful());
        Ahead created = byCreation.get();
        if (created == null) {
            return (byDates.isBefore(at) ? byDates : at).minus(UNKNOWN);
        }
        Instant byCreations = at.plus(created.ever());
        Instant lowest = dated != null && byDates.isBefore(byCreations) ? byDates : byCreations;
        Instant bound = at.plus(created.careful()).minus(UNKNOWN);
        return (lowest.isBefore(bound) ? bound : lowest).minus(MACHINES_DIFFER);
    }

    /**
     * An answer of the API came.
     *
     * @param date its {@code Date}
     * @param sent when it was asked for, by {@link #now()}: the server wrote the date after that
     * @param received when it came: the server wrote the date before that
     */
    void heard(Instant date, Instant sent, Instant received) {
        learn(byDate, date, sent, received);
    }

    /**
     * A message was accepted.
     *
     * @param createdAt the message's {@code created_at}
     * @param sent when it was sent, or before that, by {@link #now()}
     * @param received when its answer came
     */
    public void accepted(Instant createdAt, Instant sent, Instant received) {
        learn(byCreation, createdAt, sent, received);
    }

    private static void learn(AtomicReference<Ahead> known, Instant time, Instant sent, Instant received) {
        if (Duration.between(received, time).abs().compareTo(CENTURY) > 0) {
            // no clock tells such a time
            return;
        }
        Ahead told = Ahead.told(time, sent, received);
        known.accumulateAndGet(told, (before, newer) -> before == null ? newer : before.and(newer));
    }

    @Override
    public String toString() {
        Ahead known = byCreation.get() == null ? byDate.get() : byCreation.get();
        return "ServerClock[" + (known == null ? "unknown" : known.least() + " to " + known.most() + " ahead") + "]";
    }
}
