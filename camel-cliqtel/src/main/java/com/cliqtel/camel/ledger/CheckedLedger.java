/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.ledger;

import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * A ledger that throws only {@link LedgerException}, whatever the ledger below throws, which may be the application's own. It can
 * register an account before its first use. Thread-safe if the ledger below is. Internal.
 */
public final class CheckedLedger implements Ledger {

    private final Ledger ledger;
    private final AtomicReference<NamedAccount> unregistered;

    /** @param ledger the ledger below */
    public CheckedLedger(Ledger ledger) {
        this(ledger, null);
    }

    /** Registers an account before its first claim or position, since the ledger failed when it was called earlier. */
    public CheckedLedger(Ledger ledger, NamedAccount unregistered) {
        this.ledger = ledger;
        this.unregistered = new AtomicReference<>(unregistered);
    }

    private Ledger registered() {
        NamedAccount account = unregistered.get();
        if (account != null) {
            try {
                account.register(ledger);
            } catch (IllegalStateException ambiguous) {
                throw new LedgerException(ambiguous.getMessage(), null);
            }
            unregistered.set(null);
        }
        return ledger;
    }

    @Override
    public Claim take(Hold hold, Duration lease, String record, String likeness) {
        return answered("take", () -> registered().take(hold, lease, record, likeness));
    }

    @Override
    public boolean renew(Hold hold, Duration lease, String record) {
        return answered("renew", () -> ledger.renew(hold, lease, record));
    }

    @Override
    public boolean keep(Hold hold, String record) {
        return answered("keep", () -> ledger.keep(hold, record));
    }

    @Override
    public void free(Hold hold) {
        told(() -> ledger.free(hold));
    }

    @Override
    public Closing close(Hold hold, String record, String message) {
        return answered("close", () -> ledger.close(hold, record, message));
    }

    @Override
    public boolean own(String key, String message) {
        return answered("own", () -> registered().own(key, message));
    }

    @Override
    public Owners find(Collection<String> messages, String likeness) {
        return answered("find", () -> ledger.find(messages, likeness));
    }

    @Override
    public boolean keepsRecords() {
        return ledger.keepsRecords();
    }

    @Override
    public Optional<String> position(String name) {
        return answered("position", () -> registered().position(name));
    }

    @Override
    public void position(String name, String value) {
        told(() -> ledger.position(name, value));
    }

    private static <T> T answered(String method, Supplier<T> call) {
        return checked(() -> {
            T answer = call.get();
            if (answer == null) {
                throw new LedgerException("the ledger's method " + method + " returned null", null);
            }
            return answer;
        });
    }

    private static void told(Runnable call) {
        checked(() -> {
            call.run();
            return null;
        });
    }

    // its words are left out, since they may quote a record
    private static <T> T checked(Supplier<T> call) {
        try {
            return call.get();
        } catch (LedgerException failure) {
            throw failure;
        } catch (UnusableDatabaseException unusable) {
            throw new LedgerException(unusable.getMessage(), unusable);
        } catch (RuntimeException | Error broken) {
            LedgerException failure = new LedgerException(
                    "the ledger failed with " + broken.getClass().getName(), null);
            failure.setStackTrace(broken.getStackTrace());
            throw failure;
        }
    }

    @Override
    public String toString() {
        return ledger.toString();
    }
}
