/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.client;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The local time, and how far the server's clock is ahead of it. The relevant clock of the server is the one of
 * {@code created_at}. It is learnt from the answers to the account's own sends. Before the first of them, it is estimated from
 * the {@code Date} headers of answers (RFC 9110, 6.6.1). Thread-safe.
 */
public final class ServerClock {

    // created_at and Date are cut off to whole seconds
    private static final Duration CUT_OFF = Duration.ofSeconds(1);
    // the clocks of an API's machines may differ by this much unnoticed
    private static final Duration MACHINES_DIFFER = Duration.ofSeconds(30);
    private static final Duration UNKNOWN = Duration.ofDays(1);
    private static final Duration CENTURY = Duration.ofDays(36_525);

    private final MonotonicClock local;
    private final AtomicReference<Ahead> byCreation = new AtomicReference<>();
    private final AtomicReference<Ahead> byDate = new AtomicReference<>();

    /** Creates a clock that knows nothing of the server yet, with the local time of this process. */
    public ServerClock() {
        this(MonotonicClock.OF_THIS_PROCESS);
    }

    /** @param wall the wall clock, which is read once, now; from then on the local time passes by {@link System#nanoTime()} */
    public ServerClock(InstantSource wall) {
        this(new MonotonicClock(wall));
    }

    private ServerClock(MonotonicClock local) {
        this.local = local;
    }

    /**
     * How far the server's clock is ahead of the local time, negative where it is behind.
     *
     * @param least the lower bound by the answers that agree
     * @param most the upper bound by these answers
     * @param careful the lower bound that also includes what a single answer contradicts
     * @param ever the lowest bound by any answer so far
     */
    private record Ahead(Duration least, Duration most, Duration careful, Duration ever) {

        static Ahead of(Instant time, Instant sent, Instant received) {
            Duration least = Duration.between(received, time);
            return new Ahead(least, Duration.between(sent, time.plus(CUT_OFF)), least, least);
        }

        /**
         * Returns the bounds by both. If they contradict each other, either a clock has been set and the newer one is right,
         * or one of them is wrong, or the server's machines differ. So until another answer agrees with the newer one, the
         * earlier lower bound stays possible.
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

    /** Returns the local time. Setting the machine's clock doesn't change it, so it may differ from that clock. */
    public Instant now() {
        return local.instant();
    }

    /**
     * Estimates the earliest possible time of the server at a local time, by {@code created_at}, or by {@code Date} while that
     * is not known. Empty before the first answer.
     */
    public Optional<Instant> earliest(Instant at) {
        return byCreation(at).or(() -> Optional.ofNullable(byDate.get()).map(known -> at.plus(known.careful())));
    }

    /** Returns the same by {@code created_at} alone. Empty before an answer has shown one. */
    public Optional<Instant> byCreation(Instant at) {
        return Optional.ofNullable(byCreation.get()).map(known -> at.plus(known.careful()));
    }

    /**
     * Returns the time before which a request that left at a local time created no message. It is earlier than
     * {@link #earliest} by the possible difference between the clocks of the API's machines. Before an answer has shown a
     * {@code created_at}, it is earlier by a day, since a {@code Date} may come from a gateway.
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
     * Learns from an answer of the API.
     *
     * @param date the {@code Date} of the answer
     * @param sent the local time before the request; the server wrote the date after it
     * @param received the local time after the answer; the server wrote the date before it
     */
    void observe(Instant date, Instant sent, Instant received) {
        learn(byDate, date, sent, received);
    }

    /**
     * Learns from the answer to an accepted send.
     *
     * @param createdAt the message's {@code created_at}
     * @param sent the local time of the request, or an earlier one
     * @param received the local time of the answer
     */
    public void accepted(Instant createdAt, Instant sent, Instant received) {
        learn(byCreation, createdAt, sent, received);
    }

    private static void learn(AtomicReference<Ahead> known, Instant time, Instant sent, Instant received) {
        if (Duration.between(received, time).abs().compareTo(CENTURY) > 0) {
            // the time is out of the range of a clock
            return;
        }
        Ahead observed = Ahead.of(time, sent, received);
        known.accumulateAndGet(observed, (before, newer) -> before == null ? newer : before.and(newer));
    }
}
