/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.ledger.idempotent;

import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import com.cliqtel.camel.ledger.Claim;
import com.cliqtel.camel.ledger.Claim.State;
import com.cliqtel.camel.ledger.Closing;
import com.cliqtel.camel.ledger.Hold;
import com.cliqtel.camel.ledger.Ledger;
import com.cliqtel.camel.ledger.LedgerException;
import com.cliqtel.camel.ledger.LedgerKey;
import com.cliqtel.camel.ledger.MemoryLedger;
import com.cliqtel.camel.ledger.Owners;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelContextAware;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.support.service.ServiceHelper;
import org.apache.camel.support.service.ServiceSupport;

/**
 * A ledger over any of Camel's idempotent repositories, for applications without a database. It does less than a {@link
 * com.cliqtel.camel.ledger.JdbcLedger}: a repository only has keys. So the ledger writes {@code held:} with the key before the
 * work, {@code closed:} with the key after it, and {@code message:} with each message. It keeps the following in the memory of this
 * JVM:
 *
 * <ul>
 *   <li>Leases and owners. An entry that another node has, or that a process had when it was killed, is RESUMED at once, never BUSY.
 *       The caller that takes it finds out the result of the work first, as after a lease. A process that was paused can close an
 *       entry that another node has.
 *   <li>Records and likenesses. After a restart, and on other nodes, CLOSED and RESUMED have the record "", so the message is
 *       unknown, and the order of delivery reports is kept on each node only.
 *   <li>Positions. After a restart, polling begins where its options say, and the keys prevent duplicates.
 * </ul>
 *
 * <p>No stored key is longer than 64 characters: a longer one is stored as its hash.
 *
 * <p>Taking an entry is as atomic and as durable as the repository's {@code add}. So these repositories are not suitable: those
 * that forget keys after a number (the memory and file repositories keep 1000 in memory by default) or after a time, unless that
 * is longer than a sender may repeat a key; those that give an unconfirmed key again ({@code
 * JdbcOrphanLockAwareIdempotentRepository}); and those that write in the route's transaction, which could be rolled back.
 *
 * <p>Starts and stops the repository with itself. Thread-safe if the repository is.
 */
public class IdempotentRepositoryLedger extends ServiceSupport implements Ledger, CamelContextAware {

    private static final String HELD = "held";
    private static final String CLOSED = "closed";
    private static final String MESSAGE = "message";
    private static final String POSITION = "position";
    // longer than the repository's calls should take
    private static final Duration MOMENT = Duration.ofMinutes(1);

    private final IdempotentRepository repository;
    private final MemoryLedger here = new MemoryLedger();
    private CamelContext camelContext;

    /**
     * Creates a ledger.
     *
     * @param repository the repository, which should have no other use
     */
    public IdempotentRepositoryLedger(IdempotentRepository repository) {
        if (repository == null) {
            throw new IllegalArgumentException("no idempotent repository: the one to keep the keys in is needed");
        }
        this.repository = repository;
    }

    @Override
    public Claim take(Hold hold, Duration lease, String record, String likeness) {
        boolean repeated = here.renew(hold, lease, null);
        Claim claim = here.take(hold, lease, record, likeness);
        if (repeated || !claim.isTaken()) {
            return claim;
        }
        try {
            boolean added = claim.state() == State.NEW && repository.add(stored(HELD, hold.key()));
            // after add, since another node removes its key only after it has added the closed one
            if (repository.contains(stored(CLOSED, hold.key()))) {
                return closedElsewhere(hold, added);
            }
            return claim.state() == State.NEW ? taken(hold, lease, likeness, added) : claim;
        } catch (RuntimeException failed) {
            giveBack(hold, claim);
            throw failure("taking " + hold.key(), failed);
        }
    }

    private Claim closedElsewhere(Hold hold, boolean added) {
        if (added) {
            repository.remove(stored(HELD, hold.key()));
        }
        here.close(hold, "", null);
        return new Claim(State.CLOSED, "");
    }

    private Claim taken(Hold hold, Duration lease, String likeness, boolean added) {
        if (added) {
            repository.confirm(stored(HELD, hold.key()));
            return Claim.NEW;
        }
        here.keep(hold, "");
        return here.take(hold, lease, "", likeness);
    }

    private void giveBack(Hold hold, Claim claim) {
        if (claim.state() == State.NEW) {
            here.free(hold);
        } else {
            here.keep(hold, claim.record());
        }
    }

    @Override
    public boolean renew(Hold hold, Duration lease, String record) {
        return here.renew(hold, lease, record);
    }

    @Override
    public boolean keep(Hold hold, String record) {
        return here.keep(hold, record);
    }

    @Override
    public void free(Hold hold) {
        if (here.renew(hold, MOMENT, null)) {
            tried("freeing " + hold.key(), () -> repository.remove(stored(HELD, hold.key())));
            here.free(hold);
        }
    }

    @Override
    public Closing close(Hold hold, String record, String message) {
        boolean mine = here.renew(hold, MOMENT, null);
        // checks the record before the message is stored; it changes nothing, since no entry has this owner
        here.keep(Hold.of(hold.key()), record);
        if (message != null && !isKnown(message) && mine && !names(hold.key(), message)) {
            return Closing.MESSAGE_TAKEN;
        }
        Closing closing = here.close(hold, record, message);
        if (closing == Closing.CLOSED) {
            tried("closing " + hold.key(), () -> {
                add(CLOSED, hold.key());
                return repository.remove(stored(HELD, hold.key()));
            });
        }
        return closing;
    }

    private boolean isKnown(String message) {
        return here.find(Collections.singleton(message), null).byMessage().containsKey(message);
    }

    // a message that this JVM doesn't know may be another node's
    private boolean names(String key, String message) {
        return tried("noting the message of " + key, () -> add(MESSAGE, message));
    }

    @Override
    public boolean own(String key, String message) {
        Hold named = new Hold(key, key);
        return (isKnown(message) || names(named.key(), message)) && here.own(key, message);
    }

    @Override
    public Owners find(Collection<String> messages, String likeness) {
        Owners known = here.find(messages, likeness);
        Map<String, String> byMessage = new HashMap<>(known.byMessage());
        return tried("looking for messages", () -> {
            messages.stream()
                    .filter(message -> !byMessage.containsKey(message) && repository.contains(stored(MESSAGE, message)))
                    .forEach(message -> byMessage.put(message, ""));
            return new Owners(byMessage, known.open());
        });
    }

    @Override
    public boolean keepsRecords() {
        return false;
    }

    /** Returns the position that was stored last in this JVM. The names of accounts are known after a restart too. */
    @Override
    public Optional<String> position(String name) {
        Optional<String> known = here.position(name);
        return known.isEmpty()
                        && isOfAccounts(name)
                        && tried("reading the position " + name, () -> repository.contains(stored(POSITION, name)))
                ? Optional.of("")
                : known;
    }

    /** Stores the position in this JVM's memory. For the names of accounts, the repository keeps that there are some. */
    @Override
    public void position(String name, String value) {
        here.position(name, value);
        if (isOfAccounts(name)) {
            tried("writing the position " + name, () -> add(POSITION, name));
        }
    }

    private boolean add(String kind, String key) {
        return repository.add(stored(kind, key)) && repository.confirm(stored(kind, key));
    }

    /** Returns a key as the repository has it: a short key unchanged, others as a hash. */
    private static String stored(String kind, String key) {
        return LedgerKey.of(kind, key);
    }

    private static boolean isOfAccounts(String name) {
        return name.startsWith("account");
    }

    private static <T> T tried(String what, Supplier<T> call) {
        try {
            return call.get();
        } catch (RuntimeException failed) {
            throw failure(what, failed);
        }
    }

    private static LedgerException failure(String what, RuntimeException failed) {
        return new LedgerException(what + ": the idempotent repository failed with " + failed.getMessage(), failed);
    }

    @Override
    public CamelContext getCamelContext() {
        return camelContext;
    }

    @Override
    public void setCamelContext(CamelContext camelContext) {
        this.camelContext = camelContext;
    }

    @Override
    protected void doStart() {
        CamelContextAware.trySetCamelContext(repository, camelContext);
        ServiceHelper.startService(repository);
    }

    @Override
    protected void doStop() {
        ServiceHelper.stopService(repository);
    }

    /** Returns the numbers of entries. */
    @Override
    public String toString() {
        return "IdempotentRepositoryLedger[" + repository.getClass().getSimpleName() + ", here=" + here + "]";
    }
}
