/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator;

import java.util.HashSet;
import java.util.Set;

import com.cliqtel.camel.simulator.account.Account;
import com.cliqtel.camel.simulator.account.AccountState;
import com.cliqtel.camel.simulator.account.AccountWatcher;
import com.cliqtel.camel.simulator.account.Message;
import com.cliqtel.camel.simulator.desk.Desk;
import com.cliqtel.camel.simulator.desk.Watching;
import com.cliqtel.camel.simulator.http.Api;
import com.cliqtel.camel.simulator.limit.RateLimits;
import com.cliqtel.camel.simulator.state.Memory;
import com.cliqtel.camel.simulator.webhook.Webhooks;

/**
 * All that a simulator remembers. A reset is a new session, so nothing of an old one, not even a timer, can touch it.
 */
record Session(Settings settings, Desk desk) implements AutoCloseable {

    static Session open(Settings settings, AccountState state, Lasting lasting) {
        Desk.Facts facts =
                new Desk.Facts(settings.opening().numbers(), settings.limits(), secrets(settings), settings.time());
        Watching watching = Watching.of(lasting.feed(), facts);
        Webhooks webhooks = new Webhooks(
                lasting.pool(), settings.reporting().manner(), settings.signature(), settings.time(), watching::posted);
        All watchers = new All(watching, webhooks, lasting.memory());
        Account account = new Account(settings.opening(), state, settings.time(), watchers);
        RateLimits limits = new RateLimits(settings.limits(), settings.time());
        Api.World world = new Api.World(lasting.faults(), settings.time(), watching::called);
        Api api = new Api(account, limits, settings.access(), world);
        return new Session(settings, new Desk(account, webhooks, api, limits, facts));
    }

    Account account() {
        return desk.account();
    }

    Webhooks webhooks() {
        return desk.webhooks();
    }

    Api api() {
        return desk.api();
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

    /** The page sees a change before the webhook tells of it. */
    private record All(Watching page, Webhooks webhooks, Memory memory) implements AccountWatcher {

        @Override
        public void added(Message message) {
            memory.changed();
            page.added(message);
        }

        @Override
        public void changed(Message message) {
            memory.changed();
            page.changed(message);
            webhooks.report(message);
        }

        @Override
        public void deleted(long id) {
            memory.changed();
            page.deleted(id);
        }
    }
}
