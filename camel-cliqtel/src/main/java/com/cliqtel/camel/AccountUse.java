/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel;

import java.util.function.Supplier;

/**
 * The use of an account by one producer or consumer, from its start until its stop or, if that is later, until the end of its last
 * exchange. When the component was stopped and started meanwhile, the next exchange begins a new use. Thread-safe.
 */
final class AccountUse {

    private final Supplier<Accounts> current;
    private final Supplier<Runnable> beginning;
    private final Runnable ready;
    private Accounts accounts;
    private Runnable release = () -> {};
    private int users;

    private AccountUse(Supplier<Accounts> current, Supplier<Runnable> beginning, Runnable ready) {
        this.current = current;
        this.beginning = beginning;
        this.ready = ready;
    }

    /**
     * A use of the endpoint's account, which has not begun.
     *
     * @param ready gets what is needed of the account; run at the beginning of each use
     */
    static AccountUse of(CliqtelEndpoint endpoint, Runnable ready) {
        return new AccountUse(() -> endpoint.getComponent().accounts(), endpoint::use, ready);
    }

    /** For a producer that calls no account. */
    static AccountUse none() {
        return new AccountUse(() -> null, () -> () -> {}, () -> {});
    }

    /** Begins one of the things that use the account: the producer itself, or an exchange. End it also when this fails. */
    synchronized void enter() {
        users++;
        Accounts now = current.get();
        if (users == 1 || now != accounts) {
            begin(now);
        }
    }

    private void begin(Accounts now) {
        release.run();
        release = beginning.get();
        accounts = now;
        try {
            ready.run();
        } catch (RuntimeException | Error wrong) {
            accounts = null;
            release.run();
            throw wrong;
        }
    }

    /** Ends one of them; the last one ends the use. */
    synchronized void leave() {
        if (users > 0 && --users == 0) {
            release.run();
        }
    }
}
