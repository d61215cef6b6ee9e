/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.client;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;

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
 */
public record HttpConnection(
        HttpClient http,
        URI baseUrl,
        String apiKey,
        Duration connectTimeout,
        Duration requestTimeout,
        ScheduledExecutorService timer) {

    /** The address only: the key is never shown. */
    @Override
    public String toString() {
        return baseUrl.toString();
    }
}
