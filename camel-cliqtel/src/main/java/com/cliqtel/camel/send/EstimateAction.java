/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.send;

import java.util.concurrent.CompletableFuture;

import com.cliqtel.camel.exchange.ExchangeInputs;
import com.cliqtel.camel.exchange.Parameter;
import com.cliqtel.camel.exchange.ProducerAction;
import com.cliqtel.camel.exchange.ProducerResult;
import org.apache.camel.Exchange;

/** Estimates the encoding and the segments of a text, without any call. */
public final class EstimateAction implements ProducerAction {

    private final TextSettings texts;

    public EstimateAction(TextSettings texts) {
        this.texts = texts;
    }

    @Override
    public boolean calls() {
        return false;
    }

    @Override
    public CompletableFuture<ProducerResult> run(Exchange exchange) {
        Object text = MessageBody.read(exchange).get(Parameter.BODY);
        if (text == null) {
            throw ExchangeInputs.refused("estimate", "no text: the body says none");
        }
        return CompletableFuture.completedFuture(SendAction.estimated(texts.estimate(text.toString())));
    }
}
