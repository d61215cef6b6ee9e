/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.account;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

import com.cliqtel.camel.CliqtelComponent;
import com.cliqtel.camel.client.AccountConnection;
import com.cliqtel.camel.client.SendGate;
import com.cliqtel.camel.client.ServerClock;
import com.cliqtel.camel.client.TimedWaits;
import com.cliqtel.camel.error.CliqtelException;
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

    private static final Logger LOG = LoggerFactory.getLogger(CliqtelComponent.class);
    private static final long KEPT_NANOS = Duration.ofHours(1).toNanos();

    private final Surroundings around;
    private final LimitSettings limits;
    private final Consumer<AccountRegistry.Key> forgotten;
    private final LongSupplier nanos;
    private final HealthChecks health;
    private final Map<AccountRegistry.Key, Account> accounts = new HashMap<>();

    /** The accounts without users, the longest unused first, and since when. */
    private final Map<AccountRegistry.Key, Long> unused = new LinkedHashMap<>();

    private boolean closed;

    /**
     * What all accounts of a component share.
     *
     * @param timer the timer for all waits
     * @param deadlines ends attempts that take too long
     * @param ownKey the API key that is set on the component itself
     * @param webhookSecrets the secrets of the webhooks that have started
     */
    record Surroundings(
            CamelContext context,
            Observers observers,
            ScheduledExecutorService timer,
            ScheduledExecutorService deadlines,
            TimedWaits waits,
            SendGate gate,
            Supplier<String> ownKey,
            Set<String> webhookSecrets) {}

    ConnectionRegistry(
            Surroundings around, LimitSettings limits, Consumer<AccountRegistry.Key> forgotten, LongSupplier nanos) {
        this.around = around;
        this.limits = limits;
        this.forgotten = forgotten;
        this.nanos = nanos;
        this.health = new HealthChecks(around.context());
    }

    /** What all calls to one account share, whatever connection settings they use. */
    record Shared(RateLimiter limiter, ServerClock clock, RemainingQuota quota) {}

    private record Account(Shared shared, Map<ConnectionSettings, Way> ways) {

        boolean isUsed() {
            return ways.values().stream().anyMatch(way -> way.users > 0);
        }
    }

    /** A use of an account with one set of connection settings. */
    private static final class Way {

        final HttpClientService http;
        final AccountConnection line;
        int users;

        Way(HttpClientService http, AccountConnection line) {
            this.http = http;
            this.line = line;
        }
    }

    /** Returns the line to an account. It connects with the first call. */
    synchronized AccountConnection line(ConnectionSettings settings) {
        return way(settings).line;
    }

    /**
     * Begins a use of an account.
     *
     * @return ends the use when it is run; further runs do nothing
     * @throws IllegalArgumentException when the settings are not valid for a client
     * @throws IllegalStateException when the account can't share the {@code rateLimiter} bean, or its name belongs to another one
     */
    synchronized Runnable use(ConnectionSettings settings) {
        Way way = way(settings);
        if (!closed && way.users == 0) {
            begin(settings, way);
        }
        way.users++;
        AtomicBoolean ended = new AtomicBoolean();
        return () -> {
            if (ended.compareAndSet(false, true)) {
                leave(settings, way);
            }
        };
    }

    private void begin(ConnectionSettings settings, Way way) {
        AccountRegistry.Key key = AccountRegistry.Key.of(settings);
        boolean first = !accounts.get(key).isUsed();
        if (first) {
            used().keySet().forEach(other -> key.conflict(other).ifPresent(why -> {
                throw new IllegalStateException(why);
            }));
            limits.claim(key.name());
        }
        try {
            way.http.open();
        } catch (RuntimeException wrong) {
            if (first) {
                limits.release(key.name());
            }
            throw wrong;
        }
        unused.remove(key);
        watch(key, way);
    }

    private void watch(AccountRegistry.Key key, Way way) {
        health.watch(key.name(), key.baseUrl(), way.line, failure -> concernsAll(key, failure));
    }

    // an answer to one of several API keys says nothing about the others; a missing answer concerns all accounts of
    // this API
    private synchronized boolean concernsAll(AccountRegistry.Key key, CliqtelException failure) {
        Set<AccountRegistry.Key> used = used().keySet();
        boolean ofTheKey = failure != null && failure.getStatusCode() >= 400 && failure.getStatusCode() < 500;
        return used.size() <= 1
                || key.apiKey().equals(around.ownKey().get())
                || !ofTheKey
                        && used.stream()
                                .anyMatch(other ->
                                        !other.equals(key) && other.baseUrl().equals(key.baseUrl()));
    }

    private synchronized void leave(ConnectionSettings settings, Way way) {
        if (--way.users > 0 || closed) {
            return;
        }
        AccountRegistry.Key key = AccountRegistry.Key.of(settings);
        way.http.close();
        health.unwatch(key.name(), way.line);
        Account account = accounts.get(key);
        account.ways().values().stream()
                .filter(other -> other.users > 0)
                .findFirst()
                .ifPresentOrElse(other -> watch(key, other), () -> end(key));
    }

    private void end(AccountRegistry.Key key) {
        limits.release(key.name());
        around.observers().accountEnded(key.name());
        unused.put(key, nanos.getAsLong());
        forgetLongUnused();
    }

    private void forgetLongUnused() {
        long now = nanos.getAsLong();
        unused.entrySet().removeIf(each -> {
            boolean old = now - each.getValue() > KEPT_NANOS;
            if (old) {
                accounts.remove(each.getKey());
                forgotten.accept(each.getKey());
            }
            return old;
        });
    }

    private Way way(ConnectionSettings settings) {
        AccountRegistry.Key key = AccountRegistry.Key.of(settings);
        Account account = accounts.computeIfAbsent(key, made -> new Account(begun(key), new HashMap<>()));
        return account.ways().computeIfAbsent(settings, made -> {
            LOG.info("Calls go to {} (account {}), {}", settings.baseUrl(), key.name(), limits);
            Shared shared = account.shared();
            HttpClientService http =
                    new HttpClientService(around.context(), settings, around.deadlines(), around.webhookSecrets());
            return new Way(
                    http,
                    new AccountConnection(
                            http.connection(),
                            shared.limiter(),
                            shared.clock(),
                            around.waits(),
                            around.observers().and(shared.quota()),
                            around.gate()));
        });
    }

    private Shared begun(AccountRegistry.Key key) {
        return new Shared(
                limits.limiter(
                        (wait, task) -> around.timer().schedule(task, wait, TimeUnit.NANOSECONDS), around.waits()),
                serverClock(),
                new RemainingQuota(key.name(), around.observers()));
    }

    // tests and proofs bind a wrong wall clock here; it is read once
    private ServerClock serverClock() {
        InstantSource wall =
                around.context().getRegistry().lookupByNameAndType("cliqtelWallClock", InstantSource.class);
        return wall == null ? new ServerClock() : new ServerClock(wall);
    }

    /** Returns the accounts in use, each with what its calls share. */
    synchronized Map<AccountRegistry.Key, Shared> used() {
        Map<AccountRegistry.Key, Shared> used = new LinkedHashMap<>();
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
            if (account.isUsed()) {
                limits.release(key.name());
            }
            account.ways().values().forEach(way -> way.http.close());
        });
    }
}
