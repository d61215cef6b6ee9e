/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.soak;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Counts things that must happen once each. Thread-safe.
 *
 * @param <T> the key of a thing
 */
final class OnceCounter<T> {

    private final Set<T> expected = new HashSet<>();
    private final Map<T, Integer> add = new HashMap<>();
    private long runs;

    synchronized void expect(T thing) {
        expected.add(thing);
    }

    synchronized void add(T thing) {
        add.merge(thing, 1, Integer::sum);
        runs++;
    }

    synchronized long expected() {
        return expected.size();
    }

    /** How often anything was told. */
    synchronized long runs() {
        return runs;
    }

    /** How many of the expected were told, whether once or oftener. */
    synchronized long known() {
        return expected.stream().filter(add::containsKey).count();
    }

    /** Some of those that were never told. */
    synchronized List<T> someMissing(int most) {
        return expected.stream()
                .filter(thing -> !add.containsKey(thing))
                .limit(most)
                .toList();
    }

    synchronized long missing() {
        return expected.size() - known();
    }

    /** How often one was told that had been told before. */
    synchronized long doubled() {
        return add.values().stream().mapToLong(times -> times - 1).sum();
    }

    /** How many were told that nobody expected. */
    synchronized long unexpected() {
        return add.keySet().stream().filter(thing -> !expected.contains(thing)).count();
    }

    synchronized boolean isKept() {
        return missing() == 0 && doubled() == 0 && unexpected() == 0;
    }
}
