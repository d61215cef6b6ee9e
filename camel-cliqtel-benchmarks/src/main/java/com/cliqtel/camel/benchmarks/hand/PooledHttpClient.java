/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.benchmarks.hand;

import java.io.IOException;
import java.io.UncheckedIOException;

import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * Calls the API with an Apache HttpClient 5 as an expert configures it: pooled, with timeouts, without retries, redirects and
 * cookies. Thread-safe.
 */
public final class PooledHttpClient implements AutoCloseable {

    private static final String API_KEY = "benchmark-key-0123456789";
    private static final Timeout CONNECT = Timeout.ofSeconds(5);
    private static final Timeout ANSWER = Timeout.ofSeconds(30);
    private static final TimeValue LOOKED_AT_AFTER = TimeValue.ofMilliseconds(100);
    private static final int CONNECTIONS = 20;

    private final CloseableHttpClient http = HttpClients.custom()
            .setConnectionManager(connections())
            .setDefaultRequestConfig(RequestConfig.custom()
                    .setConnectionRequestTimeout(CONNECT)
                    .setResponseTimeout(ANSWER)
                    .build())
            .disableAutomaticRetries()
            .disableRedirectHandling()
            .disableCookieManagement()
            .disableAuthCaching()
            .build();

    /** Reads a response. */
    @FunctionalInterface
    public interface ResponseReader<T> {

        /** @param body the whole body */
        T read(ClassicHttpResponse response, byte[] body) throws IOException;
    }

    /**
     * Executes a request with the API key.
     *
     * @throws UncheckedIOException if the response has another status than the expected one
     */
    public <T> T execute(ClassicHttpRequest request, int expectedStatus, ResponseReader<T> reader) {
        request.setHeader(HttpHeaders.AUTHORIZATION, "Bearer " + API_KEY);
        request.setHeader(HttpHeaders.ACCEPT, "application/json");
        try {
            return http.execute(request, response -> {
                byte[] body = EntityUtils.toByteArray(response.getEntity());
                if (response.getCode() != expectedStatus) {
                    throw new IOException("status " + response.getCode());
                }
                return reader.read(response, body);
            });
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        try {
            http.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static PoolingHttpClientConnectionManager connections() {
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setMaxConnPerRoute(CONNECTIONS)
                .setMaxConnTotal(CONNECTIONS)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(CONNECT)
                        .setSocketTimeout(ANSWER)
                        .setValidateAfterInactivity(LOOKED_AT_AFTER)
                        .build())
                .build();
    }
}
