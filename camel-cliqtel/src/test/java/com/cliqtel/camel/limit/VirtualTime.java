/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.limit;

import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.LongSupplier;

/** Time that passes when a test says so: what was planned happens in order, on the test's thread. */
final class VirtualTime implements LongSupplier, WakeUpTimer {

    /** More than any crowd of a test needs. */
    private static final int MOST_AT_ONCE = 1_000_000;

    private final PriorityQueue<Event> events =
            new PriorityQueue<>(Comparator.comparingLong(Event::at).thenComparingLong(Event::number));
    private final long origin;
    private long now;
    private long number;

    VirtualTime() {
        this(0);
    }

    /** With a clock that begins at any number. */
    VirtualTime(long origin) {
        this.origin = origin;
    }

    /** What the clock shows. */
    @Override
    public long getAsLong() {
        return origin + now;
    }

    /** Nanoseconds since the beginning. */
    long now() {
        return now;
    }

    @Override
    public void after(long nanos, Runnable task) {
        events.add(new Event(now > Long.MAX_VALUE - nanos ? Long.MAX_VALUE : now + nanos, number++, task));
    }

    void pass(Duration time) {
        passUntil(now + time.toNanos());
    }

    void passMillis(long millis) {
        pass(Duration.ofMillis(millis));
    }

    void passUntil(long end) {
        int atOnce = 0;
        while (!events.isEmpty() && events.peek().at() <= end) {
            Event event = events.poll();
            atOnce = event.at() == now ? atOnce + 1 : 0;
            if (atOnce > MOST_AT_ONCE) {
                throw new AssertionError("time stands still: " + atOnce + " events at " + now);
            }
            now = event.at();
            event.task().run();
        }
        now = end;
    }

    int planned() {
        return events.size();
    }

    private record Event(long at, long number, Runnable task) {}
}
