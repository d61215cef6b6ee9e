/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.ledger.idempotent;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

import com.cliqtel.camel.ledger.Claim;
import com.cliqtel.camel.ledger.Claim.State;
import com.cliqtel.camel.ledger.Ledger;
import com.cliqtel.camel.ledger.LedgerException;
import com.cliqtel.camel.ledger.MemoryLedger;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelContextAware;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.support.service.ServiceHelper;
import org.apache.camel.support.service.ServiceSupport;

/**
 * A ledger over any of Camel's idempotent repositories, for applications without a database. It does less than a {@link
 * com.cliqtel.camel.ledger.JdbcLedger}: a repository only has keys, and doesn't tell keys in progress from keys that are done. So
 * the ledger writes two keys: {@code claimed:} with the key before the work, and {@code done:} with the key after it. It keeps the
 * following in the memory of this JVM:
 *
 * <ul>
 *   <li>Leases. A key that another node has in progress, or that a process had when it was killed, is EXPIRED at once, never
 *       IN_PROGRESS. The caller that claims it finds out the result of the work first, as after a lease.
 *   <li>Records. After a restart, and on other nodes, DONE and EXPIRED come with "", so the message is unknown.
 *   <li>Positions. After a restart, polling begins where its options say, and the keys prevent duplicates.
 * </ul>
 *
 * <p>No stored key is longer than 64 characters: a longer one is stored as its hash.
 *
 * <p>A claim is as atomic and as durable as the repository's {@code add}. So these repositories are not suitable: those that
 * forget keys after a number (the memory and file repositories keep 1000 in memory by default) or after a time, unless that is
 * longer than a sender may repeat a key; those that give an unconfirmed key again ({@code
 * JdbcOrphanLockAwareIdempotentRepository}); and those that write in the route's transaction, which could roll a claim back.
 *
 * <p>Starts and stops the repository with itself. Thread-safe if the repository is.
 */
public class IdempotentRepositoryLedger extends ServiceSupport implements Ledger, CamelContextAware {

    private static final String CLAIMED = "claimed:";
    private static final String DONE = "done:";
    private static final String POSITION = "position:";
    private static final int MAX_STORED = 64;
    private static final int MAX_PURPOSE = 9;
    private static final int HASH_LENGTH = MAX_STORED - MAX_PURPOSE - POSITION.length();
    // a form that stays distinct in a database that ignores case or trailing blanks
    private static final Pattern PLAIN = Pattern.compile("[a-z0-9:._-]+");

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
            throw new IllegalArgumentException("no idempotent repository: the one to keep claims in is needed");
        }
        this.repository = repository;
    }

    @Override
    public Claim claim(String key, Duration lease, String record) {
        Claim claim = here.claim(key, lease, record);
        if (claim.state() == State.DONE || claim.state() == State.IN_PROGRESS) {
            return claim;
        }
        try {
            return claim.state() == State.NEW ? claimAnywhere(key, lease, claim) : doneOr(claim, key);
        } catch (RuntimeException failed) {
            giveBack(key, claim);
            throw failure("claiming " + key, failed);
        }
    }

    // adds before it checks, since another node removes its claim only after it has added done
    private Claim claimAnywhere(String key, Duration lease, Claim claim) {
        boolean mine = repository.add(stored(CLAIMED, key));
        if (repository.contains(stored(DONE, key))) {
            if (mine) {
                repository.remove(stored(CLAIMED, key));
            }
            return doneElsewhere(key);
        }
        if (mine) {
            repository.confirm(stored(CLAIMED, key));
            return claim;
        }
        here.abandon(key, "");
        return here.claim(key, lease, "");
    }

    private Claim doneOr(Claim expired, String key) {
        return repository.contains(stored(DONE, key)) ? doneElsewhere(key) : expired;
    }

    private Claim doneElsewhere(String key) {
        here.done(key, "");
        return new Claim(State.DONE, "");
    }

    private void giveBack(String key, Claim claim) {
        if (claim.state() == State.NEW) {
            here.release(key);
        } else {
            here.abandon(key, claim.record());
        }
    }

    @Override
    public void done(String key, String record) {
        here.done(key, record);
        tried("writing that " + key + " is done", () -> {
            repository.add(stored(DONE, key));
            repository.confirm(stored(DONE, key));
            return repository.remove(stored(CLAIMED, key));
        });
    }

    @Override
    public void release(String key) {
        here.release(key);
        tried("releasing " + key, () -> repository.remove(stored(CLAIMED, key)));
    }

    @Override
    public void abandon(String key, String record) {
        here.abandon(key, record);
        tried(
                "abandoning " + key,
                () -> repository.add(stored(CLAIMED, key)) && repository.confirm(stored(CLAIMED, key)));
    }

    /** Returns the position that was stored last in this JVM. The names of accounts are known after a restart too. */
    @Override
    public Optional<String> position(String name) {
        Optional<String> known = here.position(name);
        return known.isEmpty() && isOfAccounts(name) && repository.contains(stored(POSITION, name))
                ? Optional.of("")
                : known;
    }

    /** Stores the position in this JVM's memory. For the names of accounts, the repository keeps that there are some. */
    @Override
    public void position(String name, String value) {
        here.position(name, value);
        if (isOfAccounts(name)) {
            tried(
                    "writing the position " + name,
                    () -> repository.add(stored(POSITION, name)) && repository.confirm(stored(POSITION, name)));
        }
    }

    /** Returns a key as the repository has it: a short key unchanged, others as a hash of at most {@value #MAX_STORED} characters. */
    private static String stored(String prefix, String key) {
        if (prefix.length() + key.length() <= MAX_STORED && PLAIN.matcher(key).matches()) {
            return prefix + key;
        }
        int colon = key.indexOf(':');
        String purpose = colon > 0
                        && colon < MAX_PURPOSE
                        && PLAIN.matcher(key.substring(0, colon)).matches()
                ? key.substring(0, colon + 1)
                : "";
        return prefix + purpose + sha256(key).substring(0, HASH_LENGTH);
    }

    private static String sha256(String key) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(key.getBytes(StandardCharsets.UTF_16BE)));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private static boolean isOfAccounts(String name) {
        return name.startsWith("account");
    }

    private static void tried(String what, Supplier<Boolean> call) {
        try {
            call.get();
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
