/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.query;

import java.util.concurrent.CompletableFuture;

import com.cliqtel.camel.account.EndpointServices;
import com.cliqtel.camel.client.CliqtelApi;
import com.cliqtel.camel.exchange.ProducerAction;
import com.cliqtel.camel.exchange.ProducerResult;
import com.cliqtel.camel.exchange.ResultHeaders;
import org.apache.camel.Exchange;

/** Lists the account's numbers. */
public final class NumbersAction implements ProducerAction {

    private final EndpointServices services;
    private CliqtelApi api;

    public NumbersAction(EndpointServices services) {
        this.services = services;
    }

    @Override
    public void start() {
        api = services.api();
    }

    @Override
    public CompletableFuture<ProducerResult> run(Exchange exchange) {
        return api.numbers().thenApply(answer -> message -> {
            message.setBody(answer.value());
            ResultHeaders.on(message).rate(answer.rateLimits());
        });
    }
}
