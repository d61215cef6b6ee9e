/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.ledger;

import java.time.Duration;
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
    public Claim claim(String key, Duration lease, String record) {
        return present("a claim", () -> registered().claim(key, lease, record));
    }

    @Override
    public void done(String key, String record) {
        told(() -> ledger.done(key, record));
    }

    @Override
    public void release(String key) {
        told(() -> ledger.release(key));
    }

    @Override
    public void abandon(String key, String record) {
        told(() -> ledger.abandon(key, record));
    }

    @Override
    public Optional<String> position(String name) {
        return present("a position", () -> registered().position(name));
    }

    @Override
    public void position(String name, String value) {
        told(() -> ledger.position(name, value));
    }

    private static <T> T present(String question, Supplier<T> call) {
        return answered(() -> {
            T answer = call.get();
            if (answer == null) {
                throw new LedgerException("the ledger answered " + question + " with null", null);
            }
            return answer;
        });
    }

    private static void told(Runnable call) {
        answered(() -> {
            call.run();
            return null;
        });
    }

    // its words are left out, since they may quote a record
    private static <T> T answered(Supplier<T> call) {
        try {
            return call.get();
        } catch (LedgerException failure) {
            throw failure;
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
