/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator;

import java.util.HashSet;
import java.util.Set;

import com.cliqtel.camel.simulator.account.Account;
import com.cliqtel.camel.simulator.account.AccountListener;
import com.cliqtel.camel.simulator.account.AccountState;
import com.cliqtel.camel.simulator.account.Message;
import com.cliqtel.camel.simulator.http.Api;
import com.cliqtel.camel.simulator.limit.RateLimits;
import com.cliqtel.camel.simulator.site.EventPublisher;
import com.cliqtel.camel.simulator.site.RunningAccount;
import com.cliqtel.camel.simulator.state.StateStore;
import com.cliqtel.camel.simulator.webhook.WebhookSender;

/**
 * The state of a simulator between two resets. A reset closes the session and opens a new one, so a timer of the old session
 * changes nothing in the new one.
 */
record Session(Settings settings, RunningAccount running) implements AutoCloseable {

    static Session open(Settings settings, AccountState state, SimulatorServices services) {
        RunningAccount.FixedValues fixed = new RunningAccount.FixedValues(
                settings.account().numbers(), settings.limits(), secrets(settings), settings.time());
        EventPublisher page = EventPublisher.of(services.events(), fixed);
        WebhookSender webhooks = new WebhookSender(
                services.pool(), settings.webhooks().settings(), settings.signature(), settings.time(), page::posted);
        AccountListeners listeners = new AccountListeners(page, webhooks, services.store());
        Account account = new Account(settings.account(), state, settings.time(), listeners);
        RateLimits limits = new RateLimits(settings.limits(), settings.time());
        Api.Environment world = new Api.Environment(services.faults(), settings.time(), page::called);
        Api api = new Api(account, limits, settings.access(), world);
        return new Session(settings, new RunningAccount(account, webhooks, api, limits, fixed));
    }

    Account account() {
        return running.account();
    }

    WebhookSender webhooks() {
        return running.webhooks();
    }

    Api api() {
        return running.api();
    }

    @Override
    public void close() {
        account().close();
        webhooks().close();
    }

    private static Set<String> secrets(Settings settings) {
        Set<String> secrets = new HashSet<>(settings.access().keys());
        secrets.add(settings.secrets().webhookSecret());
        return secrets;
    }

    /** Publishes a change to the page before its webhook is sent. */
    private record AccountListeners(EventPublisher page, WebhookSender webhooks, StateStore store)
            implements AccountListener {

        @Override
        public void added(Message message) {
            store.changed();
            page.added(message);
        }

        @Override
        public void changed(Message message) {
            store.changed();
            page.changed(message);
            webhooks.report(message);
        }

        @Override
        public void deleted(long id) {
            store.changed();
            page.deleted(id);
        }
    }
}
