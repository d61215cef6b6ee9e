/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.limit;

/**
 * Even spacing of requests for a limited time. It is for servers that count in a way that no completion log satisfies, such as an
 * approximate counter or a bucket smaller than its refill. Not thread-safe.
 */
final class EvenSpacing {

    /** The part of the window's permits that is used: 58 of 60. */
    private static final double SPEED = 58.0 / 60;

    /** The number of windows that it lasts: an hour, if the window is a minute. */
    private static final long WINDOWS = 60;

    private final long window;
    private long until = Long.MIN_VALUE;
    private long next;

    /** The window's length in nanoseconds. */
    EvenSpacing(long window) {
        this.window = window;
    }

    void start(int permits, long now) {
        next = inForce(now) ? next : now + interval(permits);
        until = now + WINDOWS * window;
    }

    boolean inForce(long now) {
        return now < until;
    }

    /** Returns the time when the {@code nth} permit from now may be used. */
    long at(long nth, int permits, long now) {
        if (!inForce(now)) {
            return now;
        }
        double at = Math.max(next, now) + (double) (nth - 1) * interval(permits);
        return at < Long.MAX_VALUE ? (long) at : Long.MAX_VALUE;
    }

    void take(int permits, long now) {
        if (inForce(now)) {
            next = Math.max(next, now) + interval(permits);
        }
    }

    private long interval(int permits) {
        return (long) Math.ceil(window / (permits * SPEED));
    }
}
