/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.client;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;

import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.RouteInfo;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.EndpointDetails;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.HttpStatus;

/**
 * The connection of one attempt to the API, direct or through a proxy, and the words for its failures.
 *
 * @param host the API's host
 * @param context HttpClient's context of the attempt
 */
record ConnectionRoute(HttpHost host, HttpClientContext context) {

    ConnectionRoute(HttpHost host) {
        this(host, HttpClientContext.create());
    }

    /** Returns host and port of the proxy; null without a proxy. */
    String proxy() {
        RouteInfo route = context.getHttpRoute();
        return route == null || route.getProxyHost() == null
                ? null
                : route.getProxyHost().toHostString();
    }

    /** Returns the same if the proxy reads the calls, so that it can answer instead of the API; null otherwise. */
    String readingProxy() {
        return proxy() == null || context.getHttpRoute().isTunnelled() ? null : proxy();
    }

    /** Returns whether there was a connection, so that a request may have been written. */
    boolean isConnected() {
        return context.getEndpointDetails() != null;
    }

    /** Returns the number of bytes that the connection has received. */
    long received() {
        EndpointDetails connection = context.getEndpointDetails();
        return connection == null ? 0 : connection.getReceivedBytesCount();
    }

    /** Returns whether the answer is the proxy's: to the request for a tunnel, or a 407. */
    boolean endsAtProxy(HttpResponse response) {
        return proxy() != null
                && (context.getResponse() == null
                        || response.getCode() == HttpStatus.SC_PROXY_AUTHENTICATION_REQUIRED && readingProxy() != null);
    }

    /** Returns the message for an answer of the proxy. */
    String refusal(HttpResponse response) {
        return "the proxy " + proxy() + " did not pass the call on to " + host.toHostString()
                + ", it answered with HTTP "
                + response.getCode()
                + (response.getCode() == HttpStatus.SC_PROXY_AUTHENTICATION_REQUIRED
                        ? ": check http.proxyAuthUsername and http.proxyAuthPassword"
                        : ": check http.proxyHost and http.proxyPort, and what the proxy allows");
    }

    /** Returns the message for a missing answer. */
    String failure(Throwable thrown) {
        String kind = " (" + thrown.getClass().getSimpleName() + ")";
        if (proxy() == null) {
            return "no answer from " + host.getHostName() + kind;
        }
        return isUnreached(thrown)
                ? "no connection to the proxy " + proxy() + kind + ": check http.proxyHost and http.proxyPort"
                : "no answer from " + host.getHostName() + through() + kind;
    }

    /** Returns the words that name the proxy at the end of a phrase; empty without a proxy. */
    String through() {
        return proxy() == null ? "" : " through the proxy " + proxy();
    }

    private static boolean isUnreached(Throwable thrown) {
        return thrown instanceof ConnectException
                || thrown instanceof ConnectTimeoutException
                || thrown instanceof UnknownHostException
                || thrown instanceof NoRouteToHostException;
    }
}
