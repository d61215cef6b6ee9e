/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.account;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

import com.cliqtel.camel.client.AccountConnection;
import com.cliqtel.camel.client.SendGate;
import com.cliqtel.camel.client.ServerClock;
import com.cliqtel.camel.client.TimedWaits;
import com.cliqtel.camel.error.CliqtelException;
import com.cliqtel.camel.limit.LimiterUsage;
import com.cliqtel.camel.limit.RateLimiter;
import com.cliqtel.camel.observe.Observers;
import com.cliqtel.camel.observe.RemainingQuota;
import org.apache.camel.CamelContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connections to accounts. An account's HTTP client, health check and gauges exist while a producer or consumer uses the
 * account. Its limiter and its server's clock hold no thread and are kept for an hour longer, so that an account that is used
 * again, as with {@code toD}, still counts the quota that it has used. Thread-safe.
 */
final class ConnectionRegistry {

    private static final Logger LOG = LoggerFactory.getLogger(ConnectionRegistry.class);
    private static final long KEPT_NANOS = Duration.ofHours(1).toNanos();

    private final Environment environment;
    private final LimitSettings limits;
    private final Consumer<AccountKey> forgotten;
    private final LongSupplier nanos;
    private final HealthChecks health;
    private final RateLimiter limiter;
    private final Map<AccountKey, AccountClients> accounts = new HashMap<>();

    /** The accounts without users, the longest unused first, and since when. */
    private final Map<AccountKey, Long> unused = new LinkedHashMap<>();

    private boolean closed;

    /**
     * What all accounts of a component share.
     *
     * @param timer the timer for all waits
     * @param deadlines ends attempts that take too long
     * @param ownKey the API key that is set on the component itself
     * @param webhookSecrets the secrets of the webhooks that have started
     */
    record Environment(
            CamelContext context,
            Observers observers,
            ScheduledExecutorService timer,
            ScheduledExecutorService deadlines,
            TimedWaits waits,
            SendGate gate,
            Supplier<String> ownKey,
            Set<String> webhookSecrets) {}

    ConnectionRegistry(
            Environment environment, LimitSettings limits, Consumer<AccountKey> forgotten, LongSupplier nanos) {
        this.environment = environment;
        this.limits = limits;
        this.forgotten = forgotten;
        this.nanos = nanos;
        this.health = new HealthChecks(environment.context());
        this.limiter = limits.limiter(
                (wait, task) -> environment.timer().schedule(task, wait, TimeUnit.NANOSECONDS), environment.waits());
    }

    /** What all calls to one account share, whatever connection settings they use. */
    record Shared(ServerClock clock, RemainingQuota quota) {}

    private record AccountClients(Shared shared, Map<ConnectionSettings, Client> clients) {

        boolean isUsed() {
            return clients.values().stream().anyMatch(client -> client.users > 0);
        }
    }

    /** The HTTP client of an account for one set of connection settings. */
    private static final class Client {

        final HttpClientService http;
        final AccountConnection connection;
        int users;

        Client(HttpClientService http, AccountConnection connection) {
            this.http = http;
            this.connection = connection;
        }
    }

    /** Returns the connection to an account. It connects with the first call. */
    synchronized AccountConnection connection(ConnectionSettings settings) {
        return client(settings).connection;
    }

    /**
     * Begins a use of an account.
     *
     * @return ends the use when it is run; further runs do nothing
     * @throws IllegalArgumentException when the settings are not valid for a client
     * @throws IllegalStateException when the account's name belongs to another one
     */
    synchronized Runnable use(ConnectionSettings settings) {
        Client client = client(settings);
        if (!closed && client.users == 0) {
            begin(settings, client);
        }
        client.users++;
        AtomicBoolean ended = new AtomicBoolean();
        return () -> {
            if (ended.compareAndSet(false, true)) {
                leave(settings, client);
            }
        };
    }

    private void begin(ConnectionSettings settings, Client client) {
        AccountKey key = AccountKey.of(settings);
        if (!accounts.get(key).isUsed()) {
            used().keySet().forEach(other -> key.conflict(other).ifPresent(why -> {
                throw new IllegalStateException(why);
            }));
        }
        client.http.open();
        unused.remove(key);
        watch(key, client);
    }

    private void watch(AccountKey key, Client client) {
        health.watch(key.name(), key.baseUrl(), client.connection, failure -> concernsAll(key, failure));
    }

    // an answer to one of several API keys doesn't concern the others; a missing answer concerns all accounts of
    // this API
    private synchronized boolean concernsAll(AccountKey key, CliqtelException failure) {
        Set<AccountKey> used = used().keySet();
        boolean ofTheKey = failure != null && failure.getStatusCode() >= 400 && failure.getStatusCode() < 500;
        return used.size() <= 1
                || key.apiKey().equals(environment.ownKey().get())
                || !ofTheKey
                        && used.stream()
                                .anyMatch(other ->
                                        !other.equals(key) && other.baseUrl().equals(key.baseUrl()));
    }

    private synchronized void leave(ConnectionSettings settings, Client client) {
        if (--client.users > 0 || closed) {
            return;
        }
        AccountKey key = AccountKey.of(settings);
        client.http.close();
        health.unwatch(key.name(), client.connection);
        AccountClients account = accounts.get(key);
        account.clients().values().stream()
                .filter(other -> other.users > 0)
                .findFirst()
                .ifPresentOrElse(other -> watch(key, other), () -> end(key));
    }

    private void end(AccountKey key) {
        environment.observers().accountEnded(key.name());
        unused.put(key, nanos.getAsLong());
        forgetLongUnused();
    }

    private void forgetLongUnused() {
        long now = nanos.getAsLong();
        unused.entrySet().removeIf(each -> {
            boolean old = now - each.getValue() > KEPT_NANOS;
            if (old) {
                accounts.remove(each.getKey());
                endQuota(each.getKey());
                forgotten.accept(each.getKey());
            }
            return old;
        });
    }

    // the limiter may be a bean of the application
    private void endQuota(AccountKey key) {
        try {
            if (limiter != null) {
                limiter.accountEnded(key.name());
            }
        } catch (RuntimeException broken) {
            environment.observers().broken("the rate limiter, when an account had ended,", broken);
        }
    }

    private Client client(ConnectionSettings settings) {
        AccountKey key = AccountKey.of(settings);
        AccountClients account =
                accounts.computeIfAbsent(key, made -> new AccountClients(shared(key), new HashMap<>()));
        return account.clients().computeIfAbsent(settings, made -> {
            LOG.info("Calls go to {} (account {}), {}", settings.baseUrl(), key.name(), limits);
            Shared shared = account.shared();
            HttpClientService http = new HttpClientService(
                    environment.context(), settings, environment.deadlines(), environment.webhookSecrets());
            return new Client(
                    http,
                    new AccountConnection(
                            key.name(),
                            http.connection(),
                            limiter,
                            shared.clock(),
                            environment.waits(),
                            environment.observers().and(shared.quota()),
                            environment.gate()));
        });
    }

    private Shared shared(AccountKey key) {
        return new Shared(serverClock(), new RemainingQuota(key.name(), environment.observers()));
    }

    // tests and proofs bind a wrong wall clock here; it is read once
    private ServerClock serverClock() {
        InstantSource wall =
                environment.context().getRegistry().lookupByNameAndType("cliqtelWallClock", InstantSource.class);
        return wall == null ? new ServerClock() : new ServerClock(wall);
    }

    /** Returns the use of an account's quota; empty without a limit, or if the limiter doesn't report it. */
    Optional<LimiterUsage> usage(AccountKey key) {
        return limiter == null ? Optional.empty() : limiter.usage(key.name());
    }

    /** Returns the accounts in use, each with what its calls share. */
    synchronized Map<AccountKey, Shared> used() {
        Map<AccountKey, Shared> used = new LinkedHashMap<>();
        accounts.forEach((key, account) -> {
            if (account.isUsed()) {
                used.put(key, account.shared());
            }
        });
        return used;
    }

    /** Returns the clocks of an API that its accounts have learnt, both of accounts in use and of remembered ones. */
    synchronized List<ServerClock> clocks(URI baseUrl) {
        return accounts.entrySet().stream()
                .filter(each -> each.getKey().baseUrl().equals(baseUrl))
                .map(each -> each.getValue().shared().clock())
                .toList();
    }

    /** Closes all clients and forgets all accounts. */
    synchronized void close() {
        closed = true;
        health.close();
        accounts.forEach((key, account) -> {
            account.clients().values().forEach(client -> client.http.close());
            endQuota(key);
        });
    }
}
