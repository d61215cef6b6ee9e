/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.benchmarks.send;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;

import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/** Sends with HttpClient 5 as one would by hand who knows it well: pooled, with timeouts, no retries, no redirects, no cookies. */
final class HandClient implements AutoCloseable {

    private static final Timeout CONNECT = Timeout.ofSeconds(5);
    private static final Timeout ANSWER = Timeout.ofSeconds(30);
    private static final TimeValue LOOKED_AT_AFTER = TimeValue.ofMilliseconds(100);
    private static final int CONNECTIONS = 20;

    private final URI address;
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

    HandClient(String baseUrl) {
        address = URI.create(baseUrl + "/messages");
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

    HandSent send(SendRequest sms) {
        HttpPost post = new HttpPost(address);
        post.setHeader(HttpHeaders.AUTHORIZATION, "Bearer " + SmsSender.API_KEY);
        post.setHeader(HttpHeaders.ACCEPT, "application/json");
        post.setEntity(new ByteArrayEntity(HandJson.write(sms), ContentType.APPLICATION_JSON));
        try {
            return http.execute(post, HandClient::read);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static HandSent read(ClassicHttpResponse response) throws IOException {
        byte[] body = EntityUtils.toByteArray(response.getEntity());
        if (response.getCode() != 201) {
            throw new IOException("status " + response.getCode());
        }
        return HandSent.of(
                HandJson.read(body),
                value(response.getFirstHeader("X-RateLimit-Limit")),
                value(response.getFirstHeader("X-RateLimit-Remaining")));
    }

    private static String value(Header header) {
        return header == null ? null : header.getValue();
    }

    @Override
    public void close() {
        try {
            http.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
