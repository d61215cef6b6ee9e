/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.desk;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.function.Supplier;

/**
 * What has happened lately, numbered, for those who follow it. Costs next to nothing while nobody does. Safe for use by several
 * threads.
 */
public final class Feed {

    /** More than that behind, and a reader has to look at everything anew. */
    private static final int MOST_HELD = 20_000;

    private final Deque<Happening> held = new ArrayDeque<>();
    private final Set<Runnable> readers = new CopyOnWriteArraySet<>();
    private long number;

    /**
     * Tells those who follow.
     *
     * @param type the event's type
     * @param subject what it is about: of several about the same, a reader needs only the last
     * @param view what it says; asked for when it is sent, by any thread
     */
    void tell(String type, Object subject, Supplier<Map<String, Object>> view) {
        synchronized (this) {
            number++;
            if (readers.isEmpty()) {
                // whoever comes back asks for what is not held
                held.clear();
                return;
            }
            held.addLast(new Happening(number, type, subject, view));
            if (held.size() > MOST_HELD) {
                held.removeFirst();
            }
        }
        readers.forEach(Runnable::run);
    }

    /** All of it is gone, and another account is there. */
    public void reset() {
        tell("reset", "reset", Map::of);
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

    /** What came after a number; null when some of it is not held any more. */
    synchronized List<Happening> after(long seen) {
        if (seen > number || number - seen > held.size()) {
            return null;
        }
        return held.stream().skip(held.size() - (number - seen)).toList();
    }

    /** Something that happened. */
    record Happening(long number, String type, Object subject, Supplier<Map<String, Object>> view) {}
}
