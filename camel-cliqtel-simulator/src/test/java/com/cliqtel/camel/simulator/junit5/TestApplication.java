/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.junit5;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

/** What is tested: an application that sends. */
final class TestApplication {

    static final String FROM = "+16625163513";
    static final String TO = "+31612345678";

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private TestApplication() {}

    static int send(Cliqtel account, String text) {
        return send(account, text, null);
    }

    static int send(Cliqtel account, String text, String callback) {
        return send(account.baseUrl(), account.apiKey(), FROM, text, callback);
    }

    static int send(URI baseUrl, String key, String from, String text, String callback) {
        String report = callback == null ? "" : ",\"status_callback_url\":\"" + callback + '"';
        HttpRequest request = HttpRequest.newBuilder(URI.create(baseUrl + "/messages"))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(
                        "{\"from\":\"%s\",\"to\":\"%s\",\"body\":\"%s\"%s}".formatted(from, TO, text, report)))
                .build();
        try {
            return HTTP.send(request, BodyHandlers.ofString()).statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
