/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.poll.inbox;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * The failed deliveries of each message in its current state: how many, and when the last one was. A message in a new state starts at
 * zero. Kept in memory, so a restart starts at zero too. Thread-safe.
 */
final class DeliveryFailures {

    private final long pauseNanos;
    private final LongSupplier nanos;
    private final Map<Long, Failed> failed = new ConcurrentHashMap<>();

    private record Failed(String state, int times, long at) {}

    /**
     * @param pause the shortest time between a failed delivery and the next one
     * @param nanos a monotonic clock, in nanoseconds
     */
    DeliveryFailures(Duration pause, LongSupplier nanos) {
        this.pauseNanos = TimeUnit.NANOSECONDS.convert(pause);
        this.nanos = nanos;
    }

    /** Adds a failed delivery and returns how many there have been. */
    int add(NewMessage message) {
        return failed.merge(message.id(), new Failed(message.state(), 1, nanos.getAsLong()), DeliveryFailures::next)
                .times();
    }

    private static Failed next(Failed before, Failed now) {
        return before.state().equals(now.state()) ? new Failed(now.state(), before.times() + 1, now.at()) : now;
    }

    /** Returns whether the message may be delivered now: it hasn't failed in this state, or the pause is over. */
    boolean allow(NewMessage message) {
        Failed last = failed.get(message.id());
        return last == null || !last.state().equals(message.state()) || nanos.getAsLong() - last.at() >= pauseNanos;
    }

    /** Removes the failed deliveries of a message. */
    void forget(NewMessage message) {
        failed.remove(message.id());
    }

    /** The number of messages with failed deliveries. */
    @Override
    public String toString() {
        return "Failures[" + failed.size() + "]";
    }
}
