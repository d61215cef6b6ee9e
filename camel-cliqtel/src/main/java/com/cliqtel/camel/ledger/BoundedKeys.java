/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.ledger;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

import com.cliqtel.camel.ledger.Claim.State;

/** The entries of one kind in a {@link MemoryLedger}, a bounded number of them. Not thread-safe: the ledger's lock guards it. */
final class BoundedKeys {

    // a key is in at most one of these maps; each map is in the order of events
    final Map<String, Entry> taken = new LinkedHashMap<>();
    final Map<String, Entry> kept = new LinkedHashMap<>();
    final Map<String, Entry> closed = new LinkedHashMap<>();

    private final int capacity;
    private final Consumer<Entry> forgotten;

    /**
     * An entry.
     *
     * @param resumed whether it was open before this owner took it
     * @param leaseEnds nanoseconds of the ledger's clock
     * @param message null for none
     * @param likeness null for none
     */
    record Entry(String owner, boolean resumed, String record, long leaseEnds, String message, String likeness) {

        private boolean isOf(Hold hold) {
            return owner.equals(hold.owner());
        }

        private Entry takenBy(Hold hold, long until) {
            return new Entry(hold.owner(), resumed || !isOf(hold), record, until, null, likeness);
        }

        private Entry with(String other) {
            return new Entry(owner, resumed, other, leaseEnds, null, likeness);
        }

        private Entry until(long end) {
            return new Entry(owner, resumed, record, end, null, likeness);
        }

        private Claim claim(State state) {
            return new Claim(state, record);
        }
    }

    /** @param forgotten receives each entry that was kept or closed and is displaced */
    BoundedKeys(int capacity, Consumer<Entry> forgotten) {
        this.capacity = capacity;
        this.forgotten = forgotten;
    }

    /** @throws LedgerException when all keys are taken */
    Claim take(Hold hold, Entry asNew, long now) {
        String key = hold.key();
        if (closed.containsKey(key)) {
            return closed.get(key).claim(State.CLOSED);
        }
        Entry before = taken.get(key);
        if (before != null && !before.isOf(hold) && before.leaseEnds() > now) {
            return before.claim(State.BUSY);
        }
        // the same owner may take again what it kept, which is open then
        Entry earlier = before != null ? before : resumed(kept.get(key));
        if (earlier == null) {
            makeRoomForWork(key, now);
            taken.put(key, asNew);
            return Claim.NEW;
        }
        forget(key);
        Entry mine = earlier.takenBy(hold, asNew.leaseEnds());
        taken.put(key, mine);
        return mine.resumed() ? mine.claim(State.RESUMED) : Claim.NEW;
    }

    private static Entry resumed(Entry left) {
        return left == null ? null : new Entry(left.owner(), true, left.record(), 0, null, left.likeness());
    }

    boolean renew(Hold hold, long until, String record) {
        Entry mine = of(taken, hold);
        if (mine != null) {
            taken.put(hold.key(), (record == null ? mine : mine.with(record)).takenBy(hold, until));
        }
        return mine != null;
    }

    boolean keep(Hold hold, String record, long now) {
        Entry mine = of(taken, hold) != null ? of(taken, hold) : of(kept, hold);
        if (mine != null) {
            forget(hold.key());
            kept.put(hold.key(), mine.with(record).until(now));
        }
        return mine != null;
    }

    void free(Hold hold) {
        if (of(taken, hold) != null) {
            taken.remove(hold.key());
        }
    }

    boolean isToBeClosedBy(Hold hold) {
        return of(taken, hold) != null || of(closed, hold) != null;
    }

    /** Returns the entry as it was closed before; null if it was open. */
    Entry close(Hold hold, String record, String message, long now) {
        Entry before = closed.get(hold.key());
        forget(hold.key());
        makeRoom(now);
        closed.put(hold.key(), new Entry(hold.owner(), false, record, 0, message, null));
        return before;
    }

    boolean isKnown(String key) {
        return taken.containsKey(key) || kept.containsKey(key) || closed.containsKey(key);
    }

    /** Returns the keys and entries that are not closed. */
    Stream<Map.Entry<String, Entry>> open() {
        return Stream.concat(taken.entrySet().stream(), kept.entrySet().stream());
    }

    private static Entry of(Map<String, Entry> entries, Hold hold) {
        Entry found = entries.get(hold.key());
        return found != null && found.isOf(hold) ? found : null;
    }

    private void makeRoomForWork(String key, long now) {
        if (taken.size() >= capacity && !dropFirstWhoseLeaseIsOver(now)) {
            throw new LedgerException(
                    "taking " + key + ": all " + capacity
                            + " keys of the memory ledger are in progress: use a larger capacity, or fewer sends at the same time",
                    null);
        }
        makeRoom(now);
    }

    private void makeRoom(long now) {
        boolean dropped = true;
        while (dropped && taken.size() + kept.size() + closed.size() >= capacity) {
            dropped = dropFirst(closed) || dropFirst(kept) || dropFirstWhoseLeaseIsOver(now);
        }
    }

    private void forget(String key) {
        taken.remove(key);
        kept.remove(key);
        closed.remove(key);
    }

    private boolean dropFirst(Map<String, Entry> entries) {
        Iterator<Entry> oldestFirst = entries.values().iterator();
        if (!oldestFirst.hasNext()) {
            return false;
        }
        Entry oldest = oldestFirst.next();
        oldestFirst.remove();
        forgotten.accept(oldest);
        return true;
    }

    private boolean dropFirstWhoseLeaseIsOver(long now) {
        return taken.entrySet().stream()
                .filter(each -> each.getValue().leaseEnds() <= now)
                .findFirst()
                .map(each -> taken.remove(each.getKey()))
                .isPresent();
    }
}
