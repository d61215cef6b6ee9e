/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.benchmarks.send;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Sends with the JDK's HTTP client. */
final class JdkClientSender implements SmsSender {

    private final URI address;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    JdkClientSender(String baseUrl) {
        address = URI.create(baseUrl + "/messages");
    }

    @Override
    public long send(String to, String text) {
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + API_KEY)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(SendJson.write(new SendRequest(FROM, to, text))))
                .build();
        try {
            HttpResponse<byte[]> response = answer(request);
            if (response.statusCode() != 201) {
                throw new IOException("status " + response.statusCode());
            }
            return SentSms.of(
                            SendJson.read(response.body()),
                            response.headers().firstValue("X-RateLimit-Limit").orElse(null),
                            response.headers()
                                    .firstValue("X-RateLimit-Remaining")
                                    .orElse(null))
                    .sms()
                    .id();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopping) {
            throw new IllegalStateException(stopping);
        }
    }

    // it closes a connection by mistake when an answer comes faster than it expects one, and then tries a POST no more
    private HttpResponse<byte[]> answer(HttpRequest request) throws IOException, InterruptedException {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException tooFast) {
            return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        }
    }

    @Override
    public void close() {
        // has nothing to close before Java 21
    }
}
