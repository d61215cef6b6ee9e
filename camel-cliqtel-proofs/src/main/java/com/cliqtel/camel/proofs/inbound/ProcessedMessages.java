/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.inbound;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Counts how often each message ran the route, and whether that was recorded before the process died. Thread-safe. */
final class ProcessedMessages {

    private final Map<Long, Integer> times = new ConcurrentHashMap<>();
    private final Set<Long> unrecorded = ConcurrentHashMap.newKeySet();
    private final AtomicLong doubledOfGone = new AtomicLong();
    private final AtomicLong endedUnrecorded = new AtomicLong();

    /** The route has ended successfully. */
    void ended(long id) {
        times.merge(id, 1, Integer::sum);
        unrecorded.add(id);
    }

    /** The end of the route is recorded in the ledger. */
    void recorded(long id) {
        unrecorded.remove(id);
    }

    /** The process has died: messages that ended but were not recorded may run the route again. */
    void died() {
        endedUnrecorded.addAndGet(unrecorded.size());
        unrecorded.clear();
    }

    long endedUnrecorded() {
        return endedUnrecorded.get();
    }

    boolean has(long id) {
        return times.containsKey(id);
    }

    /** Forgets a deleted message after counting its additional runs. */
    void forget(long id) {
        doubledOfGone.addAndGet(times.remove(id) - 1L);
    }

    /** Returns the number of additional runs. */
    long doubled() {
        return doubledOfGone.get()
                + times.values().stream().mapToLong(count -> count - 1L).sum();
    }

    long lost(Set<Long> received) {
        return received.stream().filter(id -> !has(id)).count();
    }

    long unexpected(Set<Long> received) {
        return times.keySet().stream().filter(id -> !received.contains(id)).count();
    }
}
