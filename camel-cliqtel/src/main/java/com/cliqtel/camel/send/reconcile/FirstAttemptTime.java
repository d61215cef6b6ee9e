/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.send.reconcile;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import com.cliqtel.camel.client.ServerClock;

/** The time at which the first attempt at an SMS began, and the clock by which it was measured. */
sealed interface FirstAttemptTime {

    /** The word for the clock of a noted time. */
    Map<String, Function<Instant, FirstAttemptTime>> KINDS = Map.of("server", AtServer::new, "unsaid", Unsaid::new);

    Instant instant();

    /** Estimates the time by the server's clock. A message that was created before it probably belongs to another send. */
    Instant since(ServerClock clock);

    /** Returns the time before which this attempt created no message, even if the clocks are wrong. */
    Instant earliest(ServerClock clock);

    /**
     * A time by this process's local clock. The search converts it to the server's clock, with all that is known then.
     *
     * @param server the server's time as it was known when the attempt began, from {@code created_at}; empty when unknown
     */
    record Own(Instant instant, Optional<Instant> server) implements FirstAttemptTime {
        @Override
        public Instant since(ServerClock clock) {
            return clock.earliest(instant).orElse(instant);
        }

        @Override
        public Instant earliest(ServerClock clock) {
            return clock.possible(instant);
        }

        @Override
        public String toString() {
            return server.map(known -> known + "@server").orElse(instant + "@here");
        }
    }

    /** A time by the clock of {@code created_at}, as another or an earlier process knew it. */
    record AtServer(Instant instant) implements FirstAttemptTime {

        private static final Duration DOUBT = Duration.ofMinutes(10);

        @Override
        public Instant since(ServerClock clock) {
            return instant;
        }

        @Override
        public Instant earliest(ServerClock clock) {
            return instant.minus(DOUBT);
        }

        @Override
        public String toString() {
            return instant + "@server";
        }
    }

    /** A time by the clock of the machine that noted it, which may have been wrong. The server's time was not known there. */
    record Here(Instant instant) implements FirstAttemptTime {

        private static final Duration DOUBT = Duration.ofDays(1);

        @Override
        public Instant since(ServerClock clock) {
            Instant local = notLaterThanNow(clock);
            return clock.earliest(local).orElse(local);
        }

        @Override
        public Instant earliest(ServerClock clock) {
            return clock.possible(notLaterThanNow(clock)).minus(DOUBT);
        }

        private Instant notLaterThanNow(ServerClock clock) {
            Instant now = clock.now();
            return instant.isAfter(now) ? now : instant;
        }

        @Override
        public String toString() {
            return instant + "@here";
        }
    }

    /**
     * A time that was not noted, but is not before this local time. The attempt may still be running on another node, so the
     * SMS is never sent again.
     */
    record Unsaid(Instant instant) implements FirstAttemptTime {
        @Override
        public Instant since(ServerClock clock) {
            return clock.earliest(instant).orElse(instant);
        }

        @Override
        public Instant earliest(ServerClock clock) {
            return since(clock);
        }

        @Override
        public String toString() {
            return instant + "@unsaid";
        }
    }

    /** Returns the beginning of an attempt that begins now. */
    static FirstAttemptTime now(ServerClock clock) {
        Instant local = clock.now();
        return new Own(local, clock.byCreation(local));
    }

    /** @throws IllegalArgumentException when it is not what {@code toString} writes */
    static FirstAttemptTime parse(String text) {
        int at = text.indexOf('@');
        try {
            Instant instant = Instant.parse(text.substring(0, Math.max(at, 0)));
            return KINDS.getOrDefault(text.substring(at + 1), Here::new).apply(instant);
        } catch (DateTimeParseException notATime) {
            throw new IllegalArgumentException("not a time: " + text.length() + " characters");
        }
    }
}
