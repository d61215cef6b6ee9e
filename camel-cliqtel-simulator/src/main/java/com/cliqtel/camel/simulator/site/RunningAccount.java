/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.site;

import java.util.List;
import java.util.Set;

import com.cliqtel.camel.simulator.account.Account;
import com.cliqtel.camel.simulator.account.AccountNumber;
import com.cliqtel.camel.simulator.http.Api;
import com.cliqtel.camel.simulator.limit.RateLimits;
import com.cliqtel.camel.simulator.time.SimulatedTime;
import com.cliqtel.camel.simulator.webhook.WebhookSender;

/**
 * The account and its services until the next reset.
 *
 * @param account the account
 * @param webhooks sends the account's webhooks
 * @param api the API and its call log
 * @param limits the rate limits
 * @param fixed values that stay the same until the next reset
 */
public record RunningAccount(Account account, WebhookSender webhooks, Api api, RateLimits limits, FixedValues fixed) {

    /**
     * Values that stay the same until the next reset.
     *
     * @param numbers the account's numbers
     * @param settings the settings of the rate limits
     * @param secrets the API keys and the webhook secret; never shown in full
     * @param time the account's clock
     */
    public record FixedValues(
            List<AccountNumber> numbers, RateLimits.Settings settings, Set<String> secrets, SimulatedTime time) {

        @Override
        public String toString() {
            return "FixedValues[…]";
        }
    }
}
