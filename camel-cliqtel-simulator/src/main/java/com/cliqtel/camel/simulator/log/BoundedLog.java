/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.log;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;

/**
 * A list of what happened that drops its oldest entries rather than fill the memory: at most 100,000 of them, and at
 * most 64 Mi characters of text in them. Entries are numbered from 1 in the order they came. Safe for use by several threads.
 *
 * @param <T> an immutable entry
 */
public final class BoundedLog<T> {

    private static final int MAX_ENTRIES = 100_000;
    private static final long MAX_CHARACTERS = 64L << 20;

    private final int maxEntries;
    private final long maxCharacters;
    private final ToLongFunction<T> characters;
    private final Consumer<T> listener;
    // what was dropped stays as null at the beginning, until that is half of the list
    private final List<T> entries = new ArrayList<>();
    private int dropped;
    private long cutOff;
    private long held;

    /**
     * An empty log.
     *
     * @param characters how much text an entry holds
     * @param watcher is told each entry when it is in the log, in order; must return at once
     */
    public BoundedLog(ToLongFunction<T> characters, Consumer<T> listener) {
        this(MAX_ENTRIES, MAX_CHARACTERS, characters, listener);
    }

    BoundedLog(int maxEntries, long maxCharacters, ToLongFunction<T> characters, Consumer<T> listener) {
        this.maxEntries = maxEntries;
        this.maxCharacters = maxCharacters;
        this.characters = characters;
        this.listener = listener;
    }

    /**
     * Adds an entry, and drops the oldest ones beyond the bounds, but never this one.
     *
     * @param newEntry what happened, by its number
     * @return the entry
     */
    public synchronized T add(LongFunction<T> newEntry) {
        T entry = newEntry.apply(cutOff + entries.size() + 1);
        entries.add(entry);
        held += characters.applyAsLong(entry);
        while (size() > 1 && (size() > maxEntries || held > maxCharacters)) {
            held -= characters.applyAsLong(entries.set(dropped++, null));
        }
        if (dropped > entries.size() / 2) {
            entries.subList(0, dropped).clear();
            cutOff += dropped;
            dropped = 0;
        }
        listener.accept(entry);
        return entry;
    }

    /**
     * What is held now.
     *
     * @return an immutable copy, oldest first
     */
    public synchronized List<T> snapshot() {
        return List.copyOf(entries.subList(dropped, entries.size()));
    }

    /**
     * Some of the newest.
     *
     * @param before a number: only what is older
     * @param most how many
     * @return an immutable copy, newest first
     */
    public synchronized List<T> newest(long before, int most) {
        int end = (int) Math.max(dropped, Math.min(entries.size(), before - 1 - cutOff));
        List<T> found = new ArrayList<>(entries.subList(Math.max(dropped, end - most), end));
        Collections.reverse(found);
        return List.copyOf(found);
    }

    /**
     * A single entry.
     *
     * @param number its number
     * @return empty when there is none, or it was dropped
     */
    public synchronized Optional<T> find(long number) {
        long index = number - 1 - cutOff;
        return index < dropped || index >= entries.size() ? Optional.empty() : Optional.of(entries.get((int) index));
    }

    /**
     * How many entries have come, dropped ones among them.
     *
     * @return the number of the newest; 0 for none
     */
    public synchronized long count() {
        return cutOff + entries.size();
    }

    private int size() {
        return entries.size() - dropped;
    }
}
