/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.client;

import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;

import org.apache.hc.client5.http.classic.HttpClient;

/**
 * The HTTP connection to one account.
 *
 * @param http the client; its creator closes it
 * @param baseUrl the API's address, without a slash at its end
 * @param apiKey the account's key
 * @param connectTimeout the longest time to connect, TLS included
 * @param requestTimeout the longest time of a whole attempt: connecting, headers and body
 * @param timer ends attempts that take longer; its creator shuts it down
 * @param secrets returns the account's secrets, which no quotation of the server may show
 */
public record HttpConnection(
        HttpClient http,
        URI baseUrl,
        String apiKey,
        Duration connectTimeout,
        Duration requestTimeout,
        ScheduledExecutorService timer,
        Supplier<? extends Collection<String>> secrets) {

    /** Returns the address only. */
    @Override
    public String toString() {
        return baseUrl.toString();
    }
}
