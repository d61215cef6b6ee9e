/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.log;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * A list of what happened that drops its oldest entries rather than fill the memory: at most 100,000 of them, and at
 * most 64 Mi characters of text in them. Safe for use by several threads.
 *
 * @param <T> an immutable entry
 */
public final class BoundedLog<T> {

    private static final int MAX_ENTRIES = 100_000;
    private static final long MAX_CHARACTERS = 64L << 20;

    private final int maxEntries;
    private final long maxCharacters;
    private final ToLongFunction<T> characters;
    private final Deque<T> entries = new ArrayDeque<>();
    private long held;

    /**
     * An empty log.
     *
     * @param characters how much text an entry holds
     */
    public BoundedLog(ToLongFunction<T> characters) {
        this(MAX_ENTRIES, MAX_CHARACTERS, characters);
    }

    BoundedLog(int maxEntries, long maxCharacters, ToLongFunction<T> characters) {
        this.maxEntries = maxEntries;
        this.maxCharacters = maxCharacters;
        this.characters = characters;
    }

    /**
     * Adds an entry, and drops the oldest ones beyond the bounds, but never this one.
     *
     * @param entry what happened
     */
    public synchronized void add(T entry) {
        entries.addLast(entry);
        held += characters.applyAsLong(entry);
        while (entries.size() > 1 && (entries.size() > maxEntries || held > maxCharacters)) {
            held -= characters.applyAsLong(entries.removeFirst());
        }
    }

    /**
     * What is held now.
     *
     * @return an immutable copy, oldest first
     */
    public synchronized List<T> snapshot() {
        return List.copyOf(entries);
    }
}
