/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.inbound;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Of which messages a route has been told, how often, and whether that was noted before the process died. Thread-safe. */
final class Told {

    private final Map<Long, Integer> times = new ConcurrentHashMap<>();
    private final Set<Long> unnoted = ConcurrentHashMap.newKeySet();
    private final AtomicLong doubledOfGone = new AtomicLong();
    private final AtomicLong endedUnnoted = new AtomicLong();

    /** The route has ended well. */
    void ended(long id) {
        times.merge(id, 1, Integer::sum);
        unnoted.add(id);
    }

    /** Its end is written. */
    void noted(long id) {
        unnoted.remove(id);
    }

    /** The process has died: what had ended and was not noted may be told again. */
    void died() {
        endedUnnoted.addAndGet(unnoted.size());
        unnoted.clear();
    }

    long endedUnnoted() {
        return endedUnnoted.get();
    }

    boolean has(long id) {
        return times.containsKey(id);
    }

    /** The message is there no more; whether it was told oftener than once has been counted till now. */
    void forget(long id) {
        doubledOfGone.addAndGet(times.remove(id) - 1L);
    }

    /** How often too often. */
    long doubled() {
        return doubledOfGone.get()
                + times.values().stream().mapToLong(count -> count - 1L).sum();
    }

    long lost(Set<Long> received) {
        return received.stream().filter(id -> !has(id)).count();
    }

    long strangers(Set<Long> received) {
        return times.keySet().stream().filter(id -> !received.contains(id)).count();
    }
}
