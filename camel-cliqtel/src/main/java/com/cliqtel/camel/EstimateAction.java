/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel;

import java.util.concurrent.CompletableFuture;

import org.apache.camel.Exchange;

/** Says what a text comes to, without any call. */
final class EstimateAction implements Action {

    private final TextRules texts;

    EstimateAction(CliqtelEndpoint endpoint) {
        this.texts = TextRules.of(endpoint);
    }

    @Override
    public boolean calls() {
        return false;
    }

    @Override
    public CompletableFuture<Result> run(Exchange exchange) {
        Object text = MessageBody.read(exchange).get(Control.BODY);
        if (text == null) {
            throw Inputs.refused("estimate", "no text: the body says none");
        }
        return CompletableFuture.completedFuture(SendAction.estimated(texts.estimate(text.toString())));
    }
}
