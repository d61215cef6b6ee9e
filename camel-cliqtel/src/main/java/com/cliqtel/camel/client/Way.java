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
 * The way that one attempt took to the API, through a proxy or not: what failed on it, in words.
 *
 * @param host the API's host
 * @param context what HttpClient noted of the attempt
 */
record Way(HttpHost host, HttpClientContext context) {

    Way(HttpHost host) {
        this(host, HttpClientContext.create());
    }

    /** Host and port of the proxy; null where there is none. */
    String proxy() {
        RouteInfo route = context.getHttpRoute();
        return route == null || route.getProxyHost() == null
                ? null
                : route.getProxyHost().toHostString();
    }

    /** The same where the proxy reads the calls themselves, so that it can answer instead of the API. */
    String readingProxy() {
        return proxy() == null || context.getHttpRoute().isTunnelled() ? null : proxy();
    }

    /** Whether there was a connection, on which a request may have been written. */
    boolean isConnected() {
        return context.getEndpointDetails() != null;
    }

    /** How many bytes its connection has received. */
    long received() {
        EndpointDetails connection = context.getEndpointDetails();
        return connection == null ? 0 : connection.getReceivedBytesCount();
    }

    /** Whether it is the proxy's answer: to the request for a tunnel, or that it wants to know the caller. */
    boolean endsAtProxy(HttpResponse response) {
        return proxy() != null
                && (context.getResponse() == null
                        || response.getCode() == HttpStatus.SC_PROXY_AUTHENTICATION_REQUIRED && readingProxy() != null);
    }

    /** What the proxy's answer means. */
    String refusal(HttpResponse response) {
        return "the proxy " + proxy() + " did not pass the call on to " + host.toHostString()
                + ", it answered with HTTP "
                + response.getCode()
                + (response.getCode() == HttpStatus.SC_PROXY_AUTHENTICATION_REQUIRED
                        ? ": check http.proxyAuthUsername and http.proxyAuthPassword"
                        : ": check http.proxyHost and http.proxyPort, and what the proxy allows");
    }

    /** What it means that no answer came. */
    String failure(Throwable thrown) {
        String kind = " (" + thrown.getClass().getSimpleName() + ")";
        if (proxy() == null) {
            return "no answer from " + host.getHostName() + kind;
        }
        return isUnreached(thrown)
                ? "no connection to the proxy " + proxy() + kind + ": check http.proxyHost and http.proxyPort"
                : "no answer from " + host.getHostName() + through() + kind;
    }

    /** Through which proxy, to be put behind other words; empty where there is none. */
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
