/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.account;

import java.util.function.Supplier;

import com.cliqtel.camel.client.AccountConnection;
import com.cliqtel.camel.client.CallPolicy;
import com.cliqtel.camel.client.CliqtelApi;
import com.cliqtel.camel.ledger.Ledger;
import com.cliqtel.camel.observe.Observers;

/**
 * The services that the features of one endpoint use. The connection is checked at its first use, since an endpoint may exist
 * before its API key is set. After a restart of the component, each method returns the new objects.
 *
 * @param accounts returns the accounts of the component, as of its last start
 * @param settings returns the settings of the endpoint's connection
 * @param calls the policy for the endpoint's calls
 * @param ledgers returns the endpoint's ledger
 * @param observers receive what happens
 */
public record EndpointServices(
        Supplier<AccountRegistry> accounts,
        Supplier<ConnectionSettings> settings,
        CallPolicy calls,
        Supplier<Ledger> ledgers,
        Observers observers) {

    /** Returns the API of the endpoint's account. */
    public CliqtelApi api() {
        return api(calls);
    }

    /** Returns the API of the endpoint's account, called under another policy. */
    public CliqtelApi api(CallPolicy policy) {
        return CliqtelApi.over(connection(), policy);
    }

    /** Returns the connection to the endpoint's account. It connects with the first call. */
    public AccountConnection connection() {
        return accounts.get().connection(settings.get());
    }

    /** Returns the identity of the endpoint's account. */
    public AccountKey account() {
        return AccountKey.of(settings.get());
    }

    /** Returns the endpoint's ledger, started if it is a Camel service. */
    public Ledger ledger() {
        return accounts.get().started(ledgers.get());
    }

    /**
     * Returns the endpoint's ledger for entries under the account's name.
     *
     * @throws IllegalStateException when the ledger has entries of another account under this name, or of this account under
     *     another name
     */
    public Ledger accountLedger() {
        return accounts.get().registered(settings.get(), ledgers.get());
    }

    /**
     * Creates a use of the endpoint's account that has not begun.
     *
     * @param ready prepares the account's objects for the caller; run at the beginning of each use
     */
    public AccountUse use(Runnable ready) {
        return new AccountUse(accounts, () -> accounts.get().use(settings.get()), ready);
    }
}
