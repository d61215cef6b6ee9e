/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.account;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;

import com.cliqtel.camel.client.AccountConnection;
import com.cliqtel.camel.client.SendGate;
import com.cliqtel.camel.client.ServerClock;
import com.cliqtel.camel.client.TimedWaits;
import com.cliqtel.camel.limit.RateLimiter;
import com.cliqtel.camel.observe.Observers;
import com.cliqtel.camel.observe.RemainingQuota;
import org.apache.camel.CamelContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An account with its clients. Its clock and its quota are the same for all calls, whatever connection settings they use. The
 * caller synchronizes all methods except {@link #state}.
 */
final class SharedAccount {

    private static final Logger LOG = LoggerFactory.getLogger(SharedAccount.class);

    private final AccountKey key;
    private final Environment environment;
    private final ServerClock clock;
    private final RemainingQuota quota;
    private final Map<ConnectionSettings, Client> clients = new HashMap<>();

    /**
     * The objects that all accounts of a component share.
     *
     * @param limits describes the limiter in logs
     * @param limiter the limiter of all accounts; null without a limit
     * @param deadlines ends attempts that take too long
     * @param webhookSecrets the secrets of the webhooks that have started
     */
    record Environment(
            CamelContext context,
            Observers observers,
            LimitSettings limits,
            RateLimiter limiter,
            ScheduledExecutorService deadlines,
            TimedWaits waits,
            SendGate gate,
            Set<String> webhookSecrets) {}

    /** The HTTP client for one set of connection settings, and the number of its users. */
    static final class Client {

        final HttpClientService http;
        final AccountConnection connection;
        int users;

        private Client(HttpClientService http, AccountConnection connection) {
            this.http = http;
            this.connection = connection;
        }
    }

    SharedAccount(AccountKey key, Environment environment) {
        this.key = key;
        this.environment = environment;
        // tests and proofs bind a wrong wall clock here; it is read once
        InstantSource wall =
                environment.context().getRegistry().lookupByNameAndType("cliqtelWallClock", InstantSource.class);
        this.clock = wall == null ? new ServerClock() : new ServerClock(wall);
        this.quota = new RemainingQuota(key.name(), environment.observers());
    }

    AccountKey key() {
        return key;
    }

    ServerClock clock() {
        return clock;
    }

    Client client(ConnectionSettings settings) {
        return clients.computeIfAbsent(settings, this::newClient);
    }

    private Client newClient(ConnectionSettings settings) {
        LOG.info("Calls go to {} (account {}), {}", settings.baseUrl(), key.name(), environment.limits());
        HttpClientService http = new HttpClientService(
                environment.context(), settings, environment.deadlines(), environment.webhookSecrets());
        return new Client(
                http,
                new AccountConnection(
                        key.name(),
                        http.connection(),
                        environment.limiter(),
                        clock,
                        environment.waits(),
                        environment.observers().and(quota),
                        environment.gate()));
    }

    /** Returns a client that has users; empty if the account isn't in use. */
    Optional<Client> usedClient() {
        return clients.values().stream().filter(client -> client.users > 0).findFirst();
    }

    void closeClients() {
        clients.values().forEach(client -> client.http.close());
    }

    // the limiter may be a bean of the application
    void endQuota() {
        try {
            if (environment.limiter() != null) {
                environment.limiter().accountEnded(key.name());
            }
        } catch (RuntimeException broken) {
            environment.observers().broken("the rate limiter, when an account had ended,", broken);
        }
    }

    AccountState state(int openSends) {
        RateLimiter limiter = environment.limiter();
        return new AccountState(
                key.name(),
                key.baseUrl(),
                quota.last(),
                limiter == null ? Optional.empty() : limiter.usage(key.name()),
                openSends);
    }
}
