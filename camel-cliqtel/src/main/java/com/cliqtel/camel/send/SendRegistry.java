/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.send;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

import com.cliqtel.camel.account.AccountData;
import com.cliqtel.camel.account.AccountKey;
import com.cliqtel.camel.account.EndpointServices;
import com.cliqtel.camel.client.CallPolicy;
import com.cliqtel.camel.ledger.Ledger;
import com.cliqtel.camel.limit.Purpose;
import com.cliqtel.camel.retry.RetryPolicy;
import com.cliqtel.camel.send.reconcile.AccountSends;
import com.cliqtel.camel.send.reconcile.UnknownSends;

/** The sends of a component's accounts, from one start of the component until the next. Thread-safe. */
public final class SendRegistry implements AccountData {

    // a search in the list of messages may wait for a permit longer than any exchange
    private static final CallPolicy SEARCHES =
            new CallPolicy(Purpose.RECONCILE, RetryPolicy.times(3), Duration.ofMinutes(5));

    private final Map<AccountLedger, AccountSends> sends = new ConcurrentHashMap<>();
    private final UnknownSends unknowns = new UnknownSends();

    private record AccountLedger(AccountKey account, Ledger ledger) {

        // written by hand, since a record's generated method is linked on its first use, which delays the start
        @Override
        public int hashCode() {
            return Objects.hash(account, ledger);
        }
    }

    /** Returns the sends of an endpoint's account under the endpoint's ledger. */
    AccountSends of(EndpointServices services) {
        AccountKey account = services.account();
        Ledger ledger = services.accountLedger();
        return sends.computeIfAbsent(
                new AccountLedger(account, services.ledgers().get()),
                made -> new AccountSends(
                        services.connection(),
                        services.api(SEARCHES),
                        new AccountSends.Kept(ledger, account.name()),
                        unknowns,
                        new SendLog()));
    }

    /** Returns the sends of all accounts that ended with an unknown outcome. */
    public UnknownSends unknowns() {
        return unknowns;
    }

    @Override
    public int openSends(AccountKey account) {
        return sends.entrySet().stream()
                .filter(each -> each.getKey().account().equals(account))
                .mapToInt(each -> each.getValue().open())
                .sum();
    }

    @Override
    public void forget(AccountKey account) {
        sends.keySet().removeIf(each -> each.account().equals(account));
    }
}
