/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.function.Supplier;

/** A caller of the API that knows nothing but HTTP. */
final class ApiClient {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final HttpClient http;
    private final URI baseUrl;
    private final Supplier<String> apiKey;

    ApiClient(Simulator cliqtel) {
        this(cliqtel.baseUrl(), cliqtel::apiKey);
    }

    ApiClient(URI baseUrl, Supplier<String> apiKey) {
        this(HTTP, baseUrl, apiKey);
    }

    ApiClient(HttpClient http, URI baseUrl, Supplier<String> apiKey) {
        this.http = http;
        this.baseUrl = baseUrl;
        this.apiKey = apiKey;
    }

    HttpResponse<String> send(String json) {
        return call(to("/messages"), "POST", BodyPublishers.ofString(json));
    }

    HttpResponse<String> send(byte[] body) {
        return call(to("/messages"), "POST", BodyPublishers.ofByteArray(body));
    }

    /** A text to the recipient of the reference, from its number. */
    HttpResponse<String> text(String body) {
        return send("{\"from\":\"+16625163513\",\"to\":\"+31612345678\",\"body\":\"" + body + "\"}");
    }

    HttpResponse<String> get(String pathAndQuery) {
        return call(to(pathAndQuery), "GET", BodyPublishers.noBody());
    }

    HttpResponse<String> call(HttpRequest.Builder request, String method, BodyPublisher body) {
        return exchange(
                http,
                request.header("Authorization", "Bearer " + apiKey.get())
                        .header("Content-Type", "application/json")
                        .method(method, body)
                        .build());
    }

    HttpRequest.Builder to(String pathAndQuery) {
        return HttpRequest.newBuilder(URI.create(baseUrl + pathAndQuery));
    }

    static HttpResponse<String> exchange(HttpRequest request) {
        return exchange(HTTP, request);
    }

    private static HttpResponse<String> exchange(HttpClient http, HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
