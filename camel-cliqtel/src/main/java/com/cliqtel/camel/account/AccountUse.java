/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.account;

import java.util.function.Supplier;

/**
 * The use of an account by one producer or consumer, from its start until its stop or, if that is later, until the end of its
 * last exchange. If the component was stopped and started in between, the next exchange begins a new use. Thread-safe.
 */
public final class AccountUse {

    private final Supplier<AccountRegistry> current;
    private final Supplier<Runnable> account;
    private final Runnable ready;
    private AccountRegistry accounts;
    private Runnable release = () -> {};
    private int users;

    /**
     * Creates a use that has not begun.
     *
     * @param current returns the accounts of the component, as of its last start
     * @param account begins a use of the account and returns its end
     * @param ready prepares the account's objects for the caller; run at the beginning of each use
     */
    AccountUse(Supplier<AccountRegistry> current, Supplier<Runnable> account, Runnable ready) {
        this.current = current;
        this.account = account;
        this.ready = ready;
    }

    /** Creates a use for a producer that calls no account. */
    public static AccountUse none() {
        return new AccountUse(() -> null, () -> () -> {}, () -> {});
    }

    /** Begins the use by the producer or consumer itself, at its start. If this fails, there is no use to end. */
    public void start() {
        try {
            enter();
        } catch (RuntimeException wrong) {
            leave();
            throw wrong;
        }
    }

    /** Begins the use by an exchange. The caller must end it, also if this method fails. */
    public synchronized void enter() {
        users++;
        AccountRegistry now = current.get();
        if (users == 1 || now != accounts) {
            begin(now);
        }
    }

    private void begin(AccountRegistry now) {
        release.run();
        release = account.get();
        accounts = now;
        try {
            ready.run();
        } catch (RuntimeException | Error wrong) {
            accounts = null;
            release.run();
            throw wrong;
        }
    }

    /** Ends the use by the producer or by an exchange. The last one ends the use of the account. */
    public synchronized void leave() {
        if (users > 0 && --users == 0) {
            release.run();
        }
    }
}
