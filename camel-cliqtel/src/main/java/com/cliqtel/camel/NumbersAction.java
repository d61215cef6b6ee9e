/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel;

import java.util.concurrent.CompletableFuture;

import org.apache.camel.Exchange;

/** Lists the account's numbers. */
final class NumbersAction implements Action {

    private final CliqtelEndpoint endpoint;

    NumbersAction(CliqtelEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    @Override
    public CompletableFuture<Result> run(Exchange exchange) {
        return endpoint.api().numbers().thenApply(answer -> message -> {
            message.setBody(answer.value());
            Facts.on(message).rate(answer.rateLimits());
        });
    }
}
