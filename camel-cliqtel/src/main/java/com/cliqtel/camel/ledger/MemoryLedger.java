/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.ledger;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

import com.cliqtel.camel.ledger.BoundedKeys.Entry;

/**
 * A ledger in memory. It is for one JVM and is lost when that ends.
 *
 * <p>It holds a bounded number of entries of each kind: sends with an idempotency key, sends without one, and all others, such as
 * delivery reports and inbound messages. So reports never displace the key of a send. If a kind is full, a new entry displaces the
 * entry of its kind that was closed longest ago, or else a kept entry, or one after its lease. A send with a displaced key
 * sends the SMS again; the log warns when keys begin to be displaced. If all entries of a kind are taken, {@code take} throws a
 * {@link LedgerException}. Positions don't count, since there is only one for each polling endpoint.
 *
 * <p>Thread-safe.
 */
public final class MemoryLedger implements Ledger {

    /** The default number of entries of each kind. */
    public static final int DEFAULT_CAPACITY = 100_000;

    private static final System.Logger LOG = System.getLogger(MemoryLedger.class.getName());

    private final int capacity;
    private final LongSupplier nanos;
    private final long start;
    private final Object lock = new Object();

    private final BoundedKeys sends;
    private final BoundedKeys unkeyed;
    private final BoundedKeys others;
    private final Map<String, String> keysByMessage = new HashMap<>();
    private final AtomicLong forgottenSends = new AtomicLong();

    private final Map<String, String> positions = new ConcurrentHashMap<>();

    /** Creates a ledger of {@link #DEFAULT_CAPACITY} entries of each kind. */
    public MemoryLedger() {
        this(DEFAULT_CAPACITY);
    }

    /**
     * Creates a ledger that holds this many entries of each kind.
     *
     * @throws IllegalArgumentException when that is less than 1
     */
    public MemoryLedger(int capacity) {
        this(capacity, LeaseClock.SYSTEM);
    }

    /**
     * Creates a ledger with leases that end by another clock, for tests in simulated time. Internal.
     *
     * @param capacity the number of entries of each kind, 1 or more
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
        this.sends = new BoundedKeys(capacity, forgotten -> {
            forget(forgotten);
            warn();
        });
        this.unkeyed = new BoundedKeys(capacity, this::forget);
        this.others = new BoundedKeys(capacity, this::forget);
    }

    private BoundedKeys keysOfKind(String key) {
        return key.startsWith("send:") ? sends : key.startsWith("once:") ? unkeyed : others;
    }

    private void forget(Entry closed) {
        if (closed.message() != null) {
            keysByMessage.remove(closed.message());
        }
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
    public Claim take(Hold hold, Duration lease, String record, String likeness) {
        LedgerArguments.checkTake(hold, lease, record, likeness);
        synchronized (lock) {
            Entry asNew = new Entry(hold.owner(), false, record, until(lease), null, likeness);
            return keysOfKind(hold.key()).take(hold, asNew, now());
        }
    }

    @Override
    public boolean renew(Hold hold, Duration lease, String record) {
        LedgerArguments.checkRenew(hold, lease, record);
        synchronized (lock) {
            return keysOfKind(hold.key()).renew(hold, until(lease), record);
        }
    }

    @Override
    public boolean keep(Hold hold, String record) {
        LedgerArguments.checkKeep(hold, record);
        synchronized (lock) {
            return keysOfKind(hold.key()).keep(hold, record, now());
        }
    }

    @Override
    public void free(Hold hold) {
        LedgerArguments.check(hold);
        synchronized (lock) {
            keysOfKind(hold.key()).free(hold);
        }
    }

    @Override
    public Closing close(Hold hold, String record, String message) {
        LedgerArguments.checkClose(hold, record, message);
        synchronized (lock) {
            if (!keysOfKind(hold.key()).isToBeClosedBy(hold)) {
                return Closing.LOST;
            }
            return closed(hold, record, message) ? Closing.CLOSED : Closing.MESSAGE_TAKEN;
        }
    }

    @Override
    public boolean own(String key, String message) {
        LedgerArguments.checkOwn(key, message);
        synchronized (lock) {
            boolean isRepeated = key.equals(keysByMessage.get(message));
            return isRepeated || !keysOfKind(key).isKnown(key) && closed(new Hold(key, key), "", message);
        }
    }

    private boolean closed(Hold hold, String record, String message) {
        if (message != null && !keysByMessage.getOrDefault(message, hold.key()).equals(hold.key())) {
            return false;
        }
        Entry before = keysOfKind(hold.key()).close(hold, record, message, now());
        if (before != null) {
            forget(before);
        }
        if (message != null) {
            keysByMessage.put(message, hold.key());
        }
        return true;
    }

    @Override
    public Owners find(Collection<String> messages, String likeness) {
        LedgerArguments.checkFind(messages, likeness);
        Map<String, String> byMessage = new HashMap<>();
        Set<String> open = new HashSet<>();
        synchronized (lock) {
            messages.stream()
                    .filter(keysByMessage::containsKey)
                    .forEach(message -> byMessage.put(message, keysByMessage.get(message)));
            if (likeness != null) {
                Stream.of(sends, unkeyed, others)
                        .flatMap(BoundedKeys::open)
                        .filter(each -> likeness.equals(each.getValue().likeness())
                                && each.getValue().leaseEnds() + MEMORY_OF_OPEN.toNanos() > now())
                        .forEach(each -> open.add(each.getKey()));
            }
        }
        return new Owners(byMessage, open);
    }

    @Override
    public Optional<String> position(String name) {
        LedgerArguments.checkPositionName(name);
        return Optional.ofNullable(positions.get(name));
    }

    @Override
    public void position(String name, String value) {
        LedgerArguments.checkPosition(name, value);
        positions.put(name, value);
    }

    private long until(Duration lease) {
        return now() + lease.toNanos();
    }

    // measured from this object's start, since nanoTime may be near its overflow
    private long now() {
        return nanos.getAsLong() - start;
    }

    /** Returns the numbers of entries. */
    @Override
    public String toString() {
        synchronized (lock) {
            return "MemoryLedger[capacity=" + capacity + ", taken=" + count(kind -> kind.taken) + ", kept="
                    + count(kind -> kind.kept) + ", closed=" + count(kind -> kind.closed) + ", positions="
                    + positions.size() + "]";
        }
    }

    private int count(Function<BoundedKeys, Map<String, ?>> entries) {
        return Stream.of(sends, unkeyed, others)
                .mapToInt(kind -> entries.apply(kind).size())
                .sum();
    }
}
