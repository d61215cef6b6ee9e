/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.send;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

import com.cliqtel.camel.account.EndpointServices;
import com.cliqtel.camel.client.CliqtelApi;
import com.cliqtel.camel.exchange.ExchangeInputs;
import com.cliqtel.camel.exchange.ProducerAction;
import com.cliqtel.camel.exchange.ProducerResult;
import com.cliqtel.camel.exchange.ResultHeaders;
import com.cliqtel.camel.model.Estimate;
import com.cliqtel.camel.monitor.Tracing;
import com.cliqtel.camel.text.MessageText;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;

/** Sends the request of an exchange as one SMS or, if it is long and the options allow it, in parts. */
public final class SendAction implements ProducerAction {

    private final Endpoint endpoint;
    private final EndpointServices services;
    private final Supplier<SendRegistry> sends;
    private final SendSettings settings;
    private MultipartSend sending;

    /** @param sends returns the sends of the component, as of its last start */
    public SendAction(
            Endpoint endpoint, EndpointServices services, Supplier<SendRegistry> sends, SendSettings settings) {
        this.endpoint = endpoint;
        this.services = services;
        this.sends = sends;
        this.settings = settings;
    }

    @Override
    public void start() {
        CliqtelApi api = services.api();
        Duration requestTimeout = services.settings().get().requestTimeout();
        sending = new MultipartSend(
                sends.get().of(services).sending(api, settings.settlement(services.calls(), requestTimeout)),
                api,
                Tracing.of(endpoint));
    }

    @Override
    public CompletableFuture<ProducerResult> run(Exchange exchange) {
        SendRequest request = settings.requests().read(exchange);
        List<MessageText> parts = parts(request);
        return settings.dryRun()
                ? CompletableFuture.completedFuture(estimated(settings.texts().estimate(request.text())))
                : sending.send(exchange, request, parts);
    }

    private List<MessageText> parts(SendRequest request) {
        try {
            return settings.texts().parts(request.text());
        } catch (IllegalArgumentException refused) {
            throw ExchangeInputs.refused("send", refused.getMessage() + " (given in the body)");
        }
    }

    static ProducerResult estimated(Estimate estimate) {
        return message -> {
            message.setBody(estimate);
            ResultHeaders.on(message).estimate(estimate);
        };
    }
}
