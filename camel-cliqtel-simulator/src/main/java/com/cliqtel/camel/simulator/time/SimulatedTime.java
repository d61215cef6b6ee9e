/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.time;

import java.time.Instant;

/**
 * The clock and the timer of a simulator: everything it does by time (times of messages, status changes, rate windows,
 * the {@code Date} header) it does by this one.
 *
 * <p>It never goes backwards. Safe for use by several threads, and by several simulators.
 */
public sealed interface SimulatedTime permits RunningTime, ManualTime, SkewedTime {

    /**
     * Time as it passes: the system's clock as it was at this call, moved on monotonically from there, so that a clock
     * set back in the middle of a test changes nothing.
     *
     * @return a time that starts now
     */
    static SimulatedTime real() {
        return scaled(1);
    }

    /**
     * Time that starts at the system's clock and passes faster or slower than it.
     *
     * @param factor seconds that pass here in one real second; finite and greater than 0, 60 makes a minute of a second
     * @return a time that starts now
     * @throws IllegalArgumentException when the factor is not finite or not greater than 0
     */
    static SimulatedTime scaled(double factor) {
        return new RunningTime(Instant.now(), factor);
    }

    /**
     * Time that stands still until it is moved.
     *
     * @param start what {@link #now()} says until then
     * @return a time to move by {@link ManualTime#advance}
     */
    static ManualTime manual(Instant start) {
        return new ManualTime(start);
    }

    /**
     * The same time by a clock that is wrong: what it says is another instant, all else happens when it would have.
     *
     * @param skew how wrong
     * @return a time that passes with this one
     */
    default SimulatedTime skewed(ClockSkew skew) {
        return new SkewedTime(this, skew);
    }

    /**
     * How wrong its clock is.
     *
     * @return {@link ClockSkew#NONE} by default
     */
    default ClockSkew skew() {
        return ClockSkew.NONE;
    }

    /**
     * The instant it is now.
     *
     * @return never before an instant given out earlier
     */
    Instant now();

    /**
     * Runs a task when this time reaches an instant; soon, when it has passed already.
     *
     * <p>Real and scaled time run it on a thread of their own, one task after the other; manual time runs it in {@link
     * ManualTime#advance}. Tasks due at the same instant run in the order they were given.
     *
     * @param due when
     * @param task what; it must be quick and throw nothing
     */
    void at(Instant due, Runnable task);
}
