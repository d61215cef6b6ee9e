/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.limit;

import java.time.Duration;

import com.cliqtel.camel.simulator.time.SimulatedTime;

/**
 * An account's two limits: all calls per minute, and messages per second (reference: Rate Limits). Safe for use by
 * several threads.
 */
public final class RateLimits {

    private final SimulatedTime time;
    private final int perMinute;
    private final RateWindow minute;
    private final RateWindow second;

    /**
     * Opens both, with nothing used.
     *
     * @param settings how many, and how they are counted
     * @param time the time they are counted by
     */
    public RateLimits(Settings settings, SimulatedTime time) {
        this.time = time;
        this.perMinute = settings.requestsPerMinute() == 0 ? Integer.MAX_VALUE : settings.requestsPerMinute();
        this.minute = settings.window()
                .window(settings.requestsPerMinute(), settings.lengths().minute());
        this.second = settings.window()
                .window(settings.messagesPerSecond(), settings.lengths().second());
    }

    /**
     * Counts a call against the minute.
     *
     * @return whether it may go on
     */
    public synchronized Permit call() {
        return minute.take(time.now());
    }

    /**
     * Counts a message against the second.
     *
     * @return whether it may go on
     */
    public synchronized Permit message() {
        return second.take(time.now());
    }

    /**
     * What the minute has left, counting nothing.
     *
     * @return the minute's limit and its rest
     */
    public synchronized Permit look() {
        return Permit.granted(perMinute, minute.remaining(time.now()));
    }

    /**
     * How many calls, and how they are counted.
     *
     * @param requestsPerMinute all calls; 0 is no limit
     * @param messagesPerSecond messages to send; 0 is no limit
     * @param window the kind of window of both
     * @param lengths how long a minute and a second are
     */
    public record Settings(int requestsPerMinute, int messagesPerSecond, WindowKind window, Lengths lengths) {

        /** Refuses negative limits. */
        public Settings {
            requireCount("requestsPerMinute", requestsPerMinute);
            requireCount("messagesPerSecond", messagesPerSecond);
        }

        private static void requireCount(String name, int value) {
            if (value < 0) {
                throw new IllegalArgumentException(name + " must be 0 (no limit) or more, not " + value);
            }
        }
    }

    /**
     * How long the windows are.
     *
     * @param minute of the limit of all calls; whole milliseconds, 1 or more, at most 365 days
     * @param second of the limit of messages; the same
     */
    public record Lengths(Duration minute, Duration second) {

        private static final Duration LONGEST = Duration.ofDays(365);

        /** What the limits' names say. */
        public static final Lengths AS_NAMED = new Lengths(Duration.ofMinutes(1), Duration.ofSeconds(1));

        /**
         * Refuses what is no length.
         *
         * @throws IllegalArgumentException when one of them is not as described
         */
        public Lengths {
            requireLength("minute", minute);
            requireLength("second", second);
        }

        private static void requireLength(String name, Duration length) {
            if (length.compareTo(Duration.ofMillis(1)) < 0
                    || length.compareTo(LONGEST) > 0
                    || length.getNano() % 1_000_000 != 0) {
                throw new IllegalArgumentException(
                        "The length of a " + name + " must be whole milliseconds, 1 ms to 365 days, not " + length);
            }
        }
    }
}
