/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.site;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.function.Supplier;

/**
 * A bounded, numbered buffer of recent events for the page's event stream. It keeps nothing while there is no reader. Safe for use
 * by several threads.
 */
public final class EventBuffer {

    /** A reader that is further behind must load everything again. */
    private static final int MOST_HELD = 20_000;

    private final Deque<Event> held = new ArrayDeque<>();
    private final Set<Runnable> readers = new CopyOnWriteArraySet<>();
    private long number;

    /**
     * Adds an event and wakes the readers.
     *
     * @param type the event's type
     * @param subject the object that changed; of several events with the same subject a reader sends the last one only
     * @param view creates the event's data when it is sent; called by any thread
     */
    void publish(String type, Object subject, Supplier<Map<String, Object>> view) {
        synchronized (this) {
            number++;
            if (readers.isEmpty()) {
                // without a reader nothing has to be kept; a later reader loads everything
                held.clear();
                return;
            }
            held.addLast(new Event(number, type, subject, view));
            if (held.size() > MOST_HELD) {
                held.removeFirst();
            }
        }
        readers.forEach(Runnable::run);
    }

    /** Publishes that the account was reset. */
    public void reset() {
        publish("reset", "reset", Map::of);
    }

    synchronized void follow(Runnable awake) {
        readers.add(awake);
    }

    synchronized void leave(Runnable awake) {
        readers.remove(awake);
    }

    synchronized long number() {
        return number;
    }

    /** Returns the events after a number; null if some of them were dropped. */
    synchronized List<Event> after(long seen) {
        if (seen > number || number - seen > held.size()) {
            return null;
        }
        return held.stream().skip(held.size() - (number - seen)).toList();
    }

    /** An event. */
    record Event(long number, String type, Object subject, Supplier<Map<String, Object>> view) {}
}
