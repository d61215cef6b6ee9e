/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.fault;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Pseudo-random numbers that depend only on a seed, a text, and how often the text was used. Counts restart after one million
 * texts. Safe for use by several threads.
 */
final class SeededDraws {

    /** Limits the memory of a simulator that runs for weeks; no test uses as many. */
    private static final int MOST_SEEN = 1_000_000;

    private final long seed;
    private final Map<Long, Integer> seen = new ConcurrentHashMap<>();

    SeededDraws(long seed) {
        this.seed = seed;
    }

    /** From 0 to 1, without 1. */
    double next(String content) {
        long hash = hash(content);
        if (seen.size() >= MOST_SEEN) {
            seen.clear();
        }
        int times = seen.merge(hash, 1, Integer::sum);
        // the 53 highest bits are what a double holds
        return (mixed(mixed(hash ^ mixed(seed)) + times) >>> 11) * 0x1p-53;
    }

    /** FNV-1a in 64 bits. */
    private static long hash(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }

    /** SplitMix64's finalizer: each bit of the input changes half of the output. */
    private static long mixed(long bits) {
        long z = bits + 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
