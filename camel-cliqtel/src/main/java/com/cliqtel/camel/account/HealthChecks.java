/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.account;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

import com.cliqtel.camel.client.AccountConnection;
import com.cliqtel.camel.client.CallPolicy;
import com.cliqtel.camel.client.CliqtelApi;
import com.cliqtel.camel.client.SharedCheck;
import com.cliqtel.camel.error.CliqtelException;
import com.cliqtel.camel.limit.Purpose;
import com.cliqtel.camel.model.ApiList;
import com.cliqtel.camel.model.SmsNumber;
import com.cliqtel.camel.retry.RetryPolicy;
import com.cliqtel.camel.wire.Answer;
import org.apache.camel.CamelContext;
import org.apache.camel.health.HealthCheckRegistry;

/**
 * The readiness checks of a component's accounts, in the context's registry: the id of the first is
 * {@code cliqtel}; further ids are {@code cliqtel-} and the account's name. None if the context has no health checks. Thread-safe.
 */
final class HealthChecks implements AutoCloseable {

    // a check has a small part of the quota of its own, and doesn't wait long for a permit
    private static final CallPolicy POLICY =
            new CallPolicy(Purpose.HEALTH, RetryPolicy.times(0), Duration.ofSeconds(10));
    private static final String ID = "cliqtel";
    private static final Duration GOOD = Duration.ofSeconds(30);

    private final CamelContext context;
    private final Map<String, Watched> watched = new ConcurrentHashMap<>();

    /** A check and the connection that it uses. */
    private record Watched(AccountHealth check, AccountConnection connection) {}

    HealthChecks(CamelContext context) {
        this.context = context;
    }

    /**
     * Registers a check of this account that uses this connection. Does nothing if the account has a check.
     *
     * @param concernsAll whether a failure makes the whole application not ready
     */
    void watch(String fingerprint, URI baseUrl, AccountConnection connection, Predicate<CliqtelException> concernsAll) {
        HealthCheckRegistry registry = HealthCheckRegistry.get(context);
        if (registry != null) {
            watched.computeIfAbsent(
                    fingerprint,
                    first -> new Watched(
                            registered(
                                    registry,
                                    new AccountHealth.Account(
                                            ID, fingerprint, baseUrl, probe(connection), concernsAll)),
                            connection));
        }
    }

    /** Removes the check of this account if it uses this connection. */
    void unwatch(String fingerprint, AccountConnection connection) {
        HealthCheckRegistry registry = HealthCheckRegistry.get(context);
        watched.computeIfPresent(fingerprint, (same, known) -> {
            if (known.connection() != connection) {
                return known;
            }
            if (registry != null) {
                registry.unregister(known.check());
            }
            return null;
        });
    }

    private AccountHealth registered(HealthCheckRegistry registry, AccountHealth.Account account) {
        AccountHealth check = new AccountHealth(context, account);
        if (registry.register(check)) {
            return check;
        }
        AccountHealth further = new AccountHealth(context, account.named(ID + "-" + account.fingerprint()));
        registry.register(further);
        return further;
    }

    // a worker makes the call, since an attempt blocks its thread until it ends and a reader of the health must not be
    // blocked
    private static SharedCheck<Answer<ApiList<SmsNumber>>> probe(AccountConnection connection) {
        CliqtelApi api = CliqtelApi.over(connection, POLICY);
        return new SharedCheck<>(
                () -> {
                    CompletableFuture<Void> begin = new CompletableFuture<>();
                    CompletableFuture<Answer<ApiList<SmsNumber>>> answer =
                            connection.waits().withWorker(begin).thenCompose(begun -> api.numbers());
                    begin.complete(null);
                    return answer;
                },
                GOOD);
    }

    /** Removes all checks. */
    @Override
    public void close() {
        HealthCheckRegistry registry = HealthCheckRegistry.get(context);
        if (registry != null) {
            watched.values().forEach(known -> registry.unregister(known.check()));
        }
        watched.clear();
    }
}
