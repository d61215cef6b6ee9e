/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.soak;

import java.nio.file.Path;
import java.time.Duration;

import com.cliqtel.camel.proofs.settings.TimeScale;

/**
 * The plan of a soak.
 *
 * @param length the time with traffic; what is open then is waited for
 * @param rate SMS a second and context
 * @param seed the seed of texts and faults
 * @param intervals the times between other events
 * @param folder the folder of the ledger, the log, the table and the plot
 */
public record SoakPlan(Duration length, int rate, long seed, Intervals intervals, Path folder) {

    /** The number whose messages are followed by polling their statuses. */
    static final long POLLED_NUMBER = 6;

    /** The number that most messages are sent from. */
    static final long NUMBER = 11;

    /** How many contexts share the account and the ledger. */
    static final int NODES = 2;

    // what has failed, and what the other context leaves while it restarts, must get through too
    private static final int ROOM = 3;
    // lists and polls
    private static final int REQUESTS_A_SEND = 2;
    private static final int SECONDS = 60;

    /**
     * How often something happens.
     *
     * @param timeScale of what the component does
     * @param sample heap and threads are read
     * @param restart one of the contexts is stopped, in order, and another one started in its place
     * @param storm for a while, all calls fail
     * @param rest nothing new comes for a while, so that everything ends
     * @param resting how long that is: threads that are idle live for a minute
     */
    public record Intervals(
            TimeScale timeScale, Duration sample, Duration restart, Duration storm, Duration rest, Duration resting) {

        /** For minutes and hours. */
        static final Intervals LONG = new Intervals(
                new TimeScale(10),
                Duration.ofSeconds(10),
                Duration.ofSeconds(150),
                Duration.ofSeconds(100),
                Duration.ofSeconds(300),
                Duration.ofSeconds(110));

        /** For seconds. */
        static final Intervals SHORT = new Intervals(
                new TimeScale(40),
                Duration.ofMillis(500),
                Duration.ofSeconds(4),
                Duration.ofSeconds(5),
                Duration.ofSeconds(30),
                Duration.ofSeconds(2));
    }

    /** With the rhythm that suits its length. */
    public static SoakPlan of(Duration length, int rate, long seed, Path folder) {
        Intervals intervals = length.compareTo(Duration.ofMinutes(1)) < 0 ? Intervals.SHORT : Intervals.LONG;
        return new SoakPlan(length, rate, seed, intervals, folder);
    }

    TimeScale timeScale() {
        return intervals.timeScale();
    }

    /** What the account allows. */
    int messagesPerSecond() {
        return NODES * rate * ROOM;
    }

    /** What the account allows. */
    int requestsPerMinute() {
        return messagesPerSecond() * SECONDS * REQUESTS_A_SEND;
    }
}
