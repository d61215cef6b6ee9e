/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.client;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import com.cliqtel.camel.wire.ApiCall;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.Configurable;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.util.Timeout;

/** Creates the HTTP requests of calls, with address, headers, body and timeouts. */
final class HttpRequests {

    private static final Header JSON = new BasicHeader(HttpHeaders.ACCEPT, "application/json");
    private static final Header GZIP = new BasicHeader(HttpHeaders.ACCEPT_ENCODING, "gzip");

    private final HttpConnection connection;
    private final RequestConfig config;
    private final boolean packed;
    private final Header authorization;

    // the addresses of POSTs have neither an id nor a query, so there are few of them
    private final Map<String, URI> posted = new ConcurrentHashMap<>();

    HttpRequests(HttpConnection connection) {
        this.connection = connection;
        RequestConfig given = connection.http() instanceof Configurable configurable ? configurable.getConfig() : null;
        this.packed = given == null || given.isContentCompressionEnabled();
        this.config = config(connection, given);
        this.authorization = new BasicHeader(HttpHeaders.AUTHORIZATION, "Bearer " + connection.apiKey(), true);
    }

    /**
     * A request that can be executed once.
     *
     * @param http the request
     * @param body its body; empty and not sent for a GET
     */
    record Prepared(HttpUriRequestBase http, WriteTrackingEntity body) {}

    /** @param budget says whether the request may leave */
    Prepared prepare(ApiCall call, WaitBudget budget) {
        URI address = call.repeatable() ? address(call) : posted.computeIfAbsent(call.path(), path -> address(call));
        HttpUriRequestBase request = new HttpUriRequestBase(call.method(), address);
        request.setConfig(config);
        request.setHeader(authorization);
        request.setHeader(JSON);
        if (packed) {
            request.setHeader(GZIP);
        }
        if (call.body() == null) {
            return new Prepared(request, new WriteTrackingEntity(new byte[0], () -> true));
        }
        WriteTrackingEntity body = new WriteTrackingEntity(call.body().get(), budget::mayLeave);
        request.setEntity(body);
        return new Prepared(request, body);
    }

    private URI address(ApiCall call) {
        return URI.create(connection.baseUrl() + call.path() + query(call.query()));
    }

    private static String query(Map<String, String> parameters) {
        return parameters.isEmpty()
                ? ""
                : parameters.entrySet().stream()
                        .map(parameter -> encoded(parameter.getKey()) + "=" + encoded(parameter.getValue()))
                        .collect(Collectors.joining("&", "?", ""));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    // a call that waits for a connection until its deadline would be sent only to be aborted
    private static Duration lease(HttpConnection connection) {
        Duration half = connection.requestTimeout().dividedBy(2);
        return half.compareTo(connection.connectTimeout()) < 0 ? half : connection.connectTimeout();
    }

    @SuppressWarnings("deprecation") // the pool's own setting wins where it has one; a custom pool has none
    private static RequestConfig config(HttpConnection connection, RequestConfig given) {
        // a little longer than the deadline, so that the deadline ends the attempt with the right reason
        Timeout whole = Timeout.of(connection.requestTimeout().plusSeconds(1));
        return RequestConfig.copy(given == null ? RequestConfig.DEFAULT : given)
                .setRedirectsEnabled(false)
                // HttpBody unpacks bodies, since it limits their length
                .setContentCompressionEnabled(false)
                .setConnectionRequestTimeout(Timeout.of(lease(connection)))
                .setConnectTimeout(Timeout.of(connection.connectTimeout()))
                .setResponseTimeout(whole)
                .build();
    }
}
