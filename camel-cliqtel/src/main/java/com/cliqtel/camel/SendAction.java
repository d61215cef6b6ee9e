/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel;

import java.util.List;
import java.util.concurrent.CompletableFuture;

import com.cliqtel.camel.model.Estimate;
import com.cliqtel.camel.model.MessageText;
import org.apache.camel.Exchange;

/** Sends what an exchange asks for, as one SMS or, where it is long and may be, in parts. */
final class SendAction implements Action {

    private final DraftReader drafts;
    private final TextRules texts;
    private final boolean dryRun;
    private final CliqtelEndpoint endpoint;
    private SendingParts sending;

    SendAction(CliqtelEndpoint endpoint) {
        this.endpoint = endpoint;
        this.drafts = new DraftReader(endpoint);
        this.texts = TextRules.of(endpoint);
        this.dryRun = Options.first(
                endpoint.getSend().getDryRun(), endpoint.getComponent().getDryRun(), false);
        SendSettings.check(endpoint);
    }

    @Override
    public void start() {
        sending = new SendingParts(endpoint.sending(), endpoint.api(), Tracing.of(endpoint));
    }

    @Override
    public CompletableFuture<Result> run(Exchange exchange) {
        Draft draft = drafts.read(exchange);
        List<MessageText> parts = parts(draft);
        return dryRun
                ? CompletableFuture.completedFuture(estimated(texts.estimate(draft.text())))
                : sending.send(exchange, draft, parts);
    }

    private List<MessageText> parts(Draft draft) {
        try {
            return texts.parts(draft.text());
        } catch (IllegalArgumentException refused) {
            throw Inputs.refused("send", refused.getMessage() + " (given in the body)");
        }
    }

    static Result estimated(Estimate estimate) {
        return message -> {
            message.setBody(estimate);
            Facts.on(message).estimate(estimate);
        };
    }
}
