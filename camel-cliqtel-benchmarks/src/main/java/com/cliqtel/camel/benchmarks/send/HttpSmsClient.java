/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.benchmarks.send;

import java.net.URI;

import com.cliqtel.camel.benchmarks.hand.PooledHttpClient;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;

/** Sends with Apache HttpClient 5 and Jackson, as hand-written code does. */
final class HttpSmsClient implements AutoCloseable {

    private final URI address;
    private final PooledHttpClient http = new PooledHttpClient();

    HttpSmsClient(String baseUrl) {
        address = URI.create(baseUrl + "/messages");
    }

    SentSms send(SendRequest sms) {
        HttpPost post = new HttpPost(address);
        post.setEntity(new ByteArrayEntity(SendJson.write(sms), ContentType.APPLICATION_JSON));
        return http.execute(post, 201, HttpSmsClient::read);
    }

    private static SentSms read(ClassicHttpResponse response, byte[] body) {
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
        http.close();
    }
}
