/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.send;

import java.util.List;
import java.util.concurrent.CompletableFuture;

import com.cliqtel.camel.CliqtelEndpoint;
import com.cliqtel.camel.exchange.ExchangeInputs;
import com.cliqtel.camel.exchange.ProducerAction;
import com.cliqtel.camel.exchange.ProducerResult;
import com.cliqtel.camel.exchange.ResultHeaders;
import com.cliqtel.camel.model.Estimate;
import com.cliqtel.camel.model.MessageText;
import com.cliqtel.camel.monitor.Tracing;
import com.cliqtel.camel.options.OptionChecks;
import org.apache.camel.Exchange;

/** Sends what an exchange asks for, as one SMS or, where it is long and may be, in parts. */
public final class SendAction implements ProducerAction {

    private final SendRequestReader drafts;
    private final TextSettings texts;
    private final boolean dryRun;
    private final CliqtelEndpoint endpoint;
    private MultipartSend sending;

    public SendAction(CliqtelEndpoint endpoint) {
        this.endpoint = endpoint;
        this.drafts = new SendRequestReader(endpoint);
        this.texts = TextSettings.of(endpoint);
        this.dryRun = OptionChecks.first(
                endpoint.getSend().getDryRun(), endpoint.getComponent().getDryRun(), false);
        SendSettings.check(endpoint);
    }

    @Override
    public void start() {
        sending = new MultipartSend(endpoint.sending(), endpoint.services().api(), Tracing.of(endpoint));
    }

    @Override
    public CompletableFuture<ProducerResult> run(Exchange exchange) {
        SendRequest draft = drafts.read(exchange);
        List<MessageText> parts = parts(draft);
        return dryRun
                ? CompletableFuture.completedFuture(estimated(texts.estimate(draft.text())))
                : sending.send(exchange, draft, parts);
    }

    private List<MessageText> parts(SendRequest draft) {
        try {
            return texts.parts(draft.text());
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
