/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator;

import com.cliqtel.camel.simulator.account.Account;
import com.cliqtel.camel.simulator.fault.Faults;
import com.cliqtel.camel.simulator.http.Api;
import com.cliqtel.camel.simulator.limit.RateLimits;
import com.cliqtel.camel.simulator.webhook.WebhookPool;
import com.cliqtel.camel.simulator.webhook.Webhooks;

/**
 * All that a simulator remembers. A reset is a new session, so nothing of an old one, not even a timer, can touch it.
 */
record Session(Settings settings, Account account, Webhooks webhooks, Api api) implements AutoCloseable {

    static Session open(Settings settings, WebhookPool pool, Faults faults) {
        Webhooks webhooks = new Webhooks(pool, settings.reporting().manner(), settings.signature(), settings.time());
        Account account = new Account(settings.opening(), settings.time(), webhooks::report);
        RateLimits limits = new RateLimits(settings.limits(), settings.time());
        return new Session(
                settings, account, webhooks, new Api(account, limits, settings.access(), faults, settings.time()));
    }

    @Override
    public void close() {
        account.close();
        webhooks.close();
    }
}
