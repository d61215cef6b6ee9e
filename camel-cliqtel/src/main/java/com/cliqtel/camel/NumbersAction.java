/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel;

import java.util.concurrent.CompletableFuture;

import com.cliqtel.camel.client.CliqtelApi;
import org.apache.camel.Exchange;

/** Lists the account's numbers. */
final class NumbersAction implements Action {

    private final CliqtelEndpoint endpoint;
    private CliqtelApi api;

    NumbersAction(CliqtelEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    @Override
    public void start() {
        api = endpoint.api();
    }

    @Override
    public CompletableFuture<Result> run(Exchange exchange) {
        return api.numbers().thenApply(answer -> message -> {
            message.setBody(answer.value());
            Facts.on(message).rate(answer.rateLimits());
        });
    }
}
