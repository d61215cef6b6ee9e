/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.ledger;

import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

import static com.cliqtel.camel.ledger.Claim.State.DONE;
import static com.cliqtel.camel.ledger.Claim.State.EXPIRED;
import static com.cliqtel.camel.ledger.Claim.State.IN_PROGRESS;
import static com.cliqtel.camel.ledger.Claim.State.NEW;

/**
 * A ledger in memory: for one JVM, and forgotten when it ends.
 *
 * <p>It holds a bounded number of keys. A new one displaces the key that was done longest ago; when none is done, one that
 * is abandoned or whose lease is over. When all are in work, a claim throws a {@link LedgerException}: forgetting what is
 * in work could do it twice. {@code done} and {@code abandon} are never refused: for keys that it does not hold, it then
 * grows over its capacity. Positions are not counted: there are as many as polling endpoints.
 *
 * <p>Thread-safe.
 */
public final class MemoryLedger implements Ledger {

    /** How many keys it holds unless told otherwise. */
    public static final int DEFAULT_CAPACITY = 100_000;

    private final int capacity;
    private final LongSupplier nanos;
    private final long start;
    private final Object lock = new Object();

    // a key is in one of these at most; each is in the order of what happened
    private final Map<String, Work> inWork = new LinkedHashMap<>();
    private final Map<String, String> abandoned = new LinkedHashMap<>();
    private final Map<String, String> done = new LinkedHashMap<>();

    private final Map<String, String> positions = new ConcurrentHashMap<>();

    private record Work(String record, long leaseEnds) {}

    /** A ledger of {@link #DEFAULT_CAPACITY} keys. */
    public MemoryLedger() {
        this(DEFAULT_CAPACITY);
    }

    /**
     * A ledger that holds this many keys.
     *
     * @throws IllegalArgumentException when that is less than 1
     */
    public MemoryLedger(int capacity) {
        this(capacity, LeaseClock.SYSTEM);
    }

    MemoryLedger(int capacity, LongSupplier nanos) {
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity " + capacity + ": 1 or more was expected");
        }
        this.capacity = capacity;
        this.nanos = nanos;
        this.start = nanos.getAsLong();
    }

    @Override
    public Claim claim(String key, Duration lease, String record) {
        Arguments.checkKey(key);
        Arguments.checkLease(lease);
        Arguments.checkRecord(record);
        synchronized (lock) {
            if (done.containsKey(key)) {
                return new Claim(DONE, done.get(key));
            }
            Work found = inWork.get(key);
            if (found != null && found.leaseEnds > now()) {
                return new Claim(IN_PROGRESS, found.record);
            }
            String earlier = found != null ? found.record : abandoned.get(key);
            if (earlier == null) {
                makeRoomForWork(key);
            }
            forget(key);
            inWork.put(key, new Work(earlier == null ? record : earlier, now() + lease.toNanos()));
            return earlier == null ? new Claim(NEW, "") : new Claim(EXPIRED, earlier);
        }
    }

    @Override
    public void done(String key, String record) {
        Arguments.checkKey(key);
        Arguments.checkRecord(record);
        synchronized (lock) {
            forget(key);
            makeRoom();
            done.put(key, record);
        }
    }

    @Override
    public void release(String key) {
        Arguments.checkKey(key);
        synchronized (lock) {
            inWork.remove(key);
            abandoned.remove(key);
        }
    }

    @Override
    public void abandon(String key, String record) {
        Arguments.checkKey(key);
        Arguments.checkRecord(record);
        synchronized (lock) {
            if (!done.containsKey(key)) {
                forget(key);
                makeRoom();
                abandoned.put(key, record);
            }
        }
    }

    @Override
    public Optional<String> position(String name) {
        Arguments.checkPositionName(name);
        return Optional.ofNullable(positions.get(name));
    }

    @Override
    public void position(String name, String value) {
        Arguments.checkPositionName(name);
        Arguments.checkPosition(value);
        positions.put(name, value);
    }

    private void makeRoomForWork(String key) {
        if (inWork.size() >= capacity && !dropFirstWhoseLeaseIsOver()) {
            throw new LedgerException(
                    "claiming " + key + ": all " + capacity
                            + " keys of the memory ledger are in work; a larger capacity or fewer at a time would help",
                    null);
        }
        makeRoom();
    }

    private void makeRoom() {
        boolean dropped = true;
        while (dropped && size() >= capacity) {
            dropped = dropFirst(done) || dropFirst(abandoned) || dropFirstWhoseLeaseIsOver();
        }
    }

    private static boolean dropFirst(Map<String, String> keys) {
        Iterator<String> oldestFirst = keys.keySet().iterator();
        if (!oldestFirst.hasNext()) {
            return false;
        }
        oldestFirst.next();
        oldestFirst.remove();
        return true;
    }

    private boolean dropFirstWhoseLeaseIsOver() {
        long now = now();
        return inWork.entrySet().stream()
                .filter(each -> each.getValue().leaseEnds <= now)
                .findFirst()
                .map(each -> inWork.remove(each.getKey()))
                .isPresent();
    }

    private void forget(String key) {
        inWork.remove(key);
        abandoned.remove(key);
        done.remove(key);
    }

    private int size() {
        return inWork.size() + abandoned.size() + done.size();
    }

    // counted from its own start: nanoTime may be near its overflow
    private long now() {
        return nanos.getAsLong() - start;
    }

    /** Counts only. */
    @Override
    public String toString() {
        synchronized (lock) {
            return "MemoryLedger[capacity=" + capacity + ", inWork=" + inWork.size() + ", abandoned=" + abandoned.size()
                    + ", done=" + done.size() + ", positions=" + positions.size() + "]";
        }
    }
}
