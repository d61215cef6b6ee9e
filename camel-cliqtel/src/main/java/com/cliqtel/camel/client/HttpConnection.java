/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.client;

import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;

import org.apache.hc.client5.http.classic.HttpClient;

/**
 * What it takes to talk to one account over HTTP.
 *
 * @param http the client; whoever made it closes it
 * @param baseUrl the API's address, without a slash at its end
 * @param apiKey the account's key
 * @param connectTimeout how long connecting may take, TLS included
 * @param requestTimeout how long a whole attempt may take: connecting, headers and body
 * @param timer ends attempts that take longer; whoever made it shuts it down
 * @param secrets gives the account's secrets, which no text that quotes the server may show
 */
public record HttpConnection(
        HttpClient http,
        URI baseUrl,
        String apiKey,
        Duration connectTimeout,
        Duration requestTimeout,
        ScheduledExecutorService timer,
        Supplier<? extends Collection<String>> secrets) {

    /** A connection of an account whose only secret is its API key. */
    public HttpConnection(
            HttpClient http,
            URI baseUrl,
            String apiKey,
            Duration connectTimeout,
            Duration requestTimeout,
            ScheduledExecutorService timer) {
        this(http, baseUrl, apiKey, connectTimeout, requestTimeout, timer, () -> Set.of(apiKey));
    }

    /** The address only: the key is never shown. */
    @Override
    public String toString() {
        return baseUrl.toString();
    }
}
