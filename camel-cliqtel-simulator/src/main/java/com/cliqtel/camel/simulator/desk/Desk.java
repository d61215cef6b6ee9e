/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.desk;

import java.util.List;
import java.util.Set;

import com.cliqtel.camel.simulator.account.Account;
import com.cliqtel.camel.simulator.account.AccountNumber;
import com.cliqtel.camel.simulator.http.Api;
import com.cliqtel.camel.simulator.limit.RateLimits;
import com.cliqtel.camel.simulator.time.SimulatedTime;
import com.cliqtel.camel.simulator.webhook.Webhooks;

/**
 * What lies on the owner's desk until the next reset.
 *
 * @param account the account
 * @param webhooks its reports
 * @param api its callers
 * @param limits what is left for them
 * @param facts what does not change
 */
public record Desk(Account account, Webhooks webhooks, Api api, RateLimits limits, Facts facts) {

    /**
     * What does not change until the next reset.
     *
     * @param numbers the account's
     * @param settings of its limits
     * @param secrets keys, and what webhooks are signed with: never shown whole
     * @param time what the account lives by
     */
    public record Facts(
            List<AccountNumber> numbers, RateLimits.Settings settings, Set<String> secrets, SimulatedTime time) {

        @Override
        public String toString() {
            return "Facts[…]";
        }
    }
}
