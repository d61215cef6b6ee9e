/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.ledger;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

import static com.cliqtel.camel.ledger.Claim.State.DONE;
import static com.cliqtel.camel.ledger.Claim.State.EXPIRED;
import static com.cliqtel.camel.ledger.Claim.State.IN_PROGRESS;
import static com.cliqtel.camel.ledger.Claim.State.NEW;

/**
 * A ledger in memory. It is for one JVM and is lost when that ends.
 *
 * <p>It holds a bounded number of keys of each kind: idempotency keys of sends, messages that sends became, and all others,
 * such as delivery reports and inbound messages. So receipts never displace the key of a send. If a kind is full, a new key
 * displaces the key of its kind that was done longest ago, or else an abandoned key or one with an expired lease. A send with
 * a displaced key sends the SMS again; the log warns when keys begin to be displaced. If all keys of a kind are in progress, a
 * claim throws a {@link LedgerException}. {@code done} and {@code abandon} are never refused: for a key that the ledger
 * doesn't have, it grows beyond its capacity. Positions don't count, since there is only one for each polling endpoint.
 *
 * <p>Thread-safe.
 */
public final class MemoryLedger implements Ledger {

    /** The default number of keys of each kind. */
    public static final int DEFAULT_CAPACITY = 100_000;

    private static final System.Logger LOG = System.getLogger(MemoryLedger.class.getName());

    private final int capacity;
    private final LongSupplier nanos;
    private final long start;
    private final Object lock = new Object();

    private final BoundedKeys sends;
    private final BoundedKeys messages;
    private final BoundedKeys others;
    private final AtomicLong forgottenSends = new AtomicLong();

    private final Map<String, String> positions = new ConcurrentHashMap<>();

    /** Creates a ledger of {@link #DEFAULT_CAPACITY} keys of each kind. */
    public MemoryLedger() {
        this(DEFAULT_CAPACITY);
    }

    /**
     * Creates a ledger that holds this many keys of each kind.
     *
     * @throws IllegalArgumentException when that is less than 1
     */
    public MemoryLedger(int capacity) {
        this(capacity, LeaseClock.SYSTEM);
    }

    /**
     * Creates a ledger whose leases expire by another clock, for tests in simulated time. Internal.
     *
     * @param capacity the number of keys of each kind, 1 or more
     * @param nanos nanoseconds of a clock that never goes back; it may begin at any number
     * @return a ledger
     */
    public static MemoryLedger withClock(int capacity, LongSupplier nanos) {
        return new MemoryLedger(capacity, nanos);
    }

    private MemoryLedger(int capacity, LongSupplier nanos) {
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity " + capacity + ": 1 or more was expected");
        }
        this.capacity = capacity;
        this.nanos = nanos;
        this.start = nanos.getAsLong();
        this.sends = new BoundedKeys(capacity, this::warn);
        this.messages = new BoundedKeys(capacity, () -> {});
        this.others = new BoundedKeys(capacity, () -> {});
    }

    private BoundedKeys keysOfKind(String key) {
        return key.startsWith("send:") ? sends : key.startsWith("sms:") ? messages : others;
    }

    // warns for the first displaced key, and then once each time as many as the capacity were displaced
    private void warn() {
        if (forgottenSends.getAndIncrement() % capacity == 0) {
            LOG.log(
                    Level.WARNING,
                    "The ledger in memory is full ({0} idempotency keys): it forgets the oldest. A send with a"
                            + " forgotten key sends the SMS again. Set a ledger with a larger capacity, or a JdbcLedger",
                    capacity);
        }
    }

    @Override
    public Claim claim(String key, Duration lease, String record) {
        LedgerArguments.checkKey(key);
        LedgerArguments.checkLease(lease);
        LedgerArguments.checkRecord(record);
        synchronized (lock) {
            BoundedKeys keys = keysOfKind(key);
            if (keys.done.containsKey(key)) {
                return new Claim(DONE, keys.done.get(key));
            }
            BoundedKeys.Work found = keys.inWork.get(key);
            if (found != null && found.leaseEnds() > now()) {
                return new Claim(IN_PROGRESS, found.record());
            }
            String earlier = found != null ? found.record() : keys.abandoned.get(key);
            if (earlier == null) {
                keys.makeRoomForWork(key, now());
            }
            keys.forget(key);
            keys.inWork.put(key, new BoundedKeys.Work(earlier == null ? record : earlier, now() + lease.toNanos()));
            return earlier == null ? new Claim(NEW, "") : new Claim(EXPIRED, earlier);
        }
    }

    @Override
    public void done(String key, String record) {
        LedgerArguments.checkKey(key);
        LedgerArguments.checkRecord(record);
        synchronized (lock) {
            BoundedKeys keys = keysOfKind(key);
            keys.forget(key);
            keys.makeRoom(now());
            keys.done.put(key, record);
        }
    }

    @Override
    public void release(String key) {
        LedgerArguments.checkKey(key);
        synchronized (lock) {
            keysOfKind(key).inWork.remove(key);
            keysOfKind(key).abandoned.remove(key);
        }
    }

    @Override
    public void abandon(String key, String record) {
        LedgerArguments.checkKey(key);
        LedgerArguments.checkRecord(record);
        synchronized (lock) {
            BoundedKeys keys = keysOfKind(key);
            if (!keys.done.containsKey(key)) {
                keys.forget(key);
                keys.makeRoom(now());
                keys.abandoned.put(key, record);
            }
        }
    }

    @Override
    public Optional<String> position(String name) {
        LedgerArguments.checkPositionName(name);
        return Optional.ofNullable(positions.get(name));
    }

    @Override
    public void position(String name, String value) {
        LedgerArguments.checkPositionName(name);
        LedgerArguments.checkPosition(value);
        positions.put(name, value);
    }

    // measured from this object's start, since nanoTime may be near its overflow
    private long now() {
        return nanos.getAsLong() - start;
    }

    /** Returns the numbers of entries. */
    @Override
    public String toString() {
        synchronized (lock) {
            return "MemoryLedger[capacity=" + capacity + ", inWork=" + count(kind -> kind.inWork) + ", abandoned="
                    + count(kind -> kind.abandoned) + ", done=" + count(kind -> kind.done) + ", positions="
                    + positions.size() + "]";
        }
    }

    private int count(Function<BoundedKeys, Map<String, ?>> keys) {
        return Stream.of(sends, messages, others)
                .mapToInt(kind -> keys.apply(kind).size())
                .sum();
    }
}
