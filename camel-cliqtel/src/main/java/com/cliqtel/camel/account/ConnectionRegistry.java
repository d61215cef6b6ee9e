/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.account;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;

import com.cliqtel.camel.account.SharedAccount.Client;
import com.cliqtel.camel.client.AccountConnection;
import com.cliqtel.camel.client.ServerClock;
import com.cliqtel.camel.error.CliqtelException;

/**
 * The connections to accounts. An account's HTTP client, health check and gauges exist while a producer or consumer uses the
 * account. Its limiter and its server's clock hold no thread and are kept for an hour longer, so that an account that is used
 * again, as with {@code toD}, still counts the quota that it has used. Thread-safe.
 */
final class ConnectionRegistry {

    private static final long KEPT_NANOS = Duration.ofHours(1).toNanos();

    private final SharedAccount.Environment environment;
    private final Supplier<String> ownKey;
    private final Consumer<AccountKey> forgotten;
    private final HealthChecks health;
    private final Map<AccountKey, SharedAccount> accounts = new HashMap<>();

    /** The accounts without users and the time of their last use, the longest unused first. */
    private final Map<AccountKey, Long> unused = new LinkedHashMap<>();

    private boolean closed;

    /**
     * @param ownKey returns the API key that is set on the component itself
     * @param forgotten receives each account that is removed
     */
    ConnectionRegistry(SharedAccount.Environment environment, Supplier<String> ownKey, Consumer<AccountKey> forgotten) {
        this.environment = environment;
        this.ownKey = ownKey;
        this.forgotten = forgotten;
        this.health = new HealthChecks(environment.context());
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
        if (accounts.get(key).usedClient().isEmpty()) {
            used().forEach(other -> key.conflict(other.key()).ifPresent(why -> {
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
        List<AccountKey> used = used().stream().map(SharedAccount::key).toList();
        boolean ofTheKey = failure != null && failure.getStatusCode() >= 400 && failure.getStatusCode() < 500;
        return used.size() <= 1
                || key.apiKey().equals(ownKey.get())
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
        accounts.get(key).usedClient().ifPresentOrElse(other -> watch(key, other), () -> end(key));
    }

    private void end(AccountKey key) {
        environment.observers().accountEnded(key.name());
        long now = System.nanoTime();
        unused.put(key, now);
        unused.entrySet().removeIf(each -> {
            boolean old = now - each.getValue() > KEPT_NANOS;
            if (old) {
                accounts.remove(each.getKey()).endQuota();
                forgotten.accept(each.getKey());
            }
            return old;
        });
    }

    private Client client(ConnectionSettings settings) {
        return accounts.computeIfAbsent(AccountKey.of(settings), key -> new SharedAccount(key, environment))
                .client(settings);
    }

    /** Returns the accounts in use. */
    synchronized List<SharedAccount> used() {
        return accounts.values().stream()
                .filter(account -> account.usedClient().isPresent())
                .toList();
    }

    /** Returns the clocks of an API that its accounts have learnt, both of accounts in use and of remembered ones. */
    synchronized List<ServerClock> clocks(URI baseUrl) {
        return accounts.values().stream()
                .filter(account -> account.key().baseUrl().equals(baseUrl))
                .map(SharedAccount::clock)
                .toList();
    }

    /** Closes all clients and ends the quotas of all accounts. */
    synchronized void close() {
        closed = true;
        health.close();
        accounts.values().forEach(account -> {
            account.closeClients();
            account.endQuota();
        });
    }
}
