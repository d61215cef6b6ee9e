/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.client;

import java.io.IOException;

import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.io.ConnectionEndpoint;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.client5.http.io.LeaseRequest;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * An account's pool of connections, which only its owner can shut down. HttpClient shuts its pool down when an Error, such as
 * an OutOfMemoryError, ends one call. Every later call would then fail, and calls in progress would lose their answers. With
 * this pool, only the connection of that call is closed, see {@link HttpTransport}. Thread-safe.
 */
public final class AccountPool implements HttpClientConnectionManager {

    private final HttpClientConnectionManager connections;

    public AccountPool(HttpClientConnectionManager connections) {
        this.connections = connections;
    }

    /** Sets this pool on a client, and makes the client note the {@link ConnectionRoute} of each call before it connects. */
    public void addTo(HttpClientBuilder client) {
        client.setConnectionManager(this).addExecInterceptorFirst("way", (request, scope, chain) -> {
            scope.clientContext.setRoute(scope.route);
            return chain.proceed(request, scope);
        });
    }

    @Override
    public LeaseRequest lease(String id, HttpRoute route, Timeout requestTimeout, Object state) {
        return connections.lease(id, route, requestTimeout, state);
    }

    @Override
    public void release(ConnectionEndpoint endpoint, Object newState, TimeValue validDuration) {
        connections.release(endpoint, newState, validDuration);
    }

    @Override
    public void connect(ConnectionEndpoint endpoint, TimeValue connectTimeout, HttpContext context) throws IOException {
        connections.connect(endpoint, connectTimeout, context);
    }

    @Override
    public void upgrade(ConnectionEndpoint endpoint, HttpContext context) throws IOException {
        connections.upgrade(endpoint, context);
    }

    /** Does nothing: see {@link #shutDown()}. */
    @Override
    public void close(CloseMode closeMode) {
        // HttpClient calls this when an Error ended a call
    }

    /** Does nothing: see {@link #shutDown()}. */
    @Override
    public void close() {
        // Camel and HttpClient call this, each when it ends
    }

    /** Closes all connections, those in use too. */
    public void shutDown() {
        connections.close(CloseMode.IMMEDIATE);
    }
}
