/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.ledger;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/** The keys of one kind in a {@link MemoryLedger}, a bounded number of them. Not thread-safe: the ledger's lock guards it. */
final class BoundedKeys {

    // a key is in at most one of these maps; each map is in the order of events
    final Map<String, Work> inWork = new LinkedHashMap<>();
    final Map<String, String> abandoned = new LinkedHashMap<>();
    final Map<String, String> done = new LinkedHashMap<>();

    private final int capacity;
    private final Runnable forgotten;

    record Work(String record, long leaseEnds) {}

    /** @param forgotten runs when a key that was done or abandoned is displaced */
    BoundedKeys(int capacity, Runnable forgotten) {
        this.capacity = capacity;
        this.forgotten = forgotten;
    }

    /** @throws LedgerException when all keys are in work */
    void makeRoomForWork(String key, long now) {
        if (inWork.size() >= capacity && !dropFirstWhoseLeaseIsOver(now)) {
            throw new LedgerException(
                    "claiming " + key + ": all " + capacity
                            + " keys of the memory ledger are in progress: use a larger capacity, or fewer sends at the same time",
                    null);
        }
        makeRoom(now);
    }

    void makeRoom(long now) {
        boolean dropped = true;
        while (dropped && size() >= capacity) {
            dropped = dropFirst(done) || dropFirst(abandoned) || dropFirstWhoseLeaseIsOver(now);
        }
    }

    void forget(String key) {
        inWork.remove(key);
        abandoned.remove(key);
        done.remove(key);
    }

    private boolean dropFirst(Map<String, String> keys) {
        Iterator<String> oldestFirst = keys.keySet().iterator();
        if (!oldestFirst.hasNext()) {
            return false;
        }
        oldestFirst.next();
        oldestFirst.remove();
        forgotten.run();
        return true;
    }

    private boolean dropFirstWhoseLeaseIsOver(long now) {
        return inWork.entrySet().stream()
                .filter(each -> each.getValue().leaseEnds() <= now)
                .findFirst()
                .map(each -> inWork.remove(each.getKey()))
                .isPresent();
    }

    private int size() {
        return inWork.size() + abandoned.size() + done.size();
    }
}
