/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.benchmarks.send;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;

import com.cliqtel.camel.benchmarks.hand.PooledHttpClient;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;

/** Sends with Apache HttpClient 5 and Jackson, as hand-written code does. */
final class HttpSmsClient implements AutoCloseable {

    private final URI address;
    private final CloseableHttpClient http = PooledHttpClient.open();

    HttpSmsClient(String baseUrl) {
        address = URI.create(baseUrl + "/messages");
    }

    SentSms send(SendRequest sms) {
        HttpPost post = new HttpPost(address);
        post.setHeader(HttpHeaders.AUTHORIZATION, "Bearer " + SmsSender.API_KEY);
        post.setHeader(HttpHeaders.ACCEPT, "application/json");
        post.setEntity(new ByteArrayEntity(SendJson.write(sms), ContentType.APPLICATION_JSON));
        try {
            return http.execute(post, HttpSmsClient::read);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static SentSms read(ClassicHttpResponse response) throws IOException {
        byte[] body = EntityUtils.toByteArray(response.getEntity());
        if (response.getCode() != 201) {
            throw new IOException("status " + response.getCode());
        }
        return SentSms.of(
                SendJson.read(body),
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
