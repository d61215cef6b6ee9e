/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel;

import com.cliqtel.camel.model.WebhookContent;
import com.cliqtel.camel.webhook.Answer;
import com.cliqtel.camel.webhook.Verdict;
import com.cliqtel.camel.webhook.WebhookReceiver;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.support.AsyncProcessorSupport;
import org.apache.camel.support.DefaultMessage;

/**
 * Answers one HTTP exchange, and runs the route for what is believed, in an exchange of its own: nothing of the request
 * reaches the route, and nothing of the route reaches the answer.
 */
final class WebhookProcessor extends AsyncProcessorSupport {

    private final CliqtelWebhookConsumer consumer;
    private final WebhookReceiver receiver;
    private final int maxPayloadSize;
    private final RefusalLog refusals = new RefusalLog();

    WebhookProcessor(CliqtelWebhookConsumer consumer, WebhookReceiver receiver, int maxPayloadSize) {
        this.consumer = consumer;
        this.receiver = receiver;
        this.maxPayloadSize = maxPayloadSize;
    }

    @Override
    public boolean process(Exchange http, AsyncCallback callback) {
        Verdict verdict = verdict(http);
        if (verdict instanceof Verdict.Accepted accepted) {
            return route(http, accepted.content(), callback);
        }
        if (verdict instanceof Verdict.Answered answered) {
            refusals.note(answered.answer());
            answer(http, answered.answer());
        }
        callback.done(true);
        return true;
    }

    private Verdict verdict(Exchange http) {
        if (!consumer.takes()) {
            return new Verdict.Answered(Answer.SUSPENDED);
        }
        return receiver.receive(PlatformHttpRequest.read(http.getMessage(), maxPayloadSize));
    }

    private boolean route(Exchange http, WebhookContent content, AsyncCallback callback) {
        Exchange exchange = consumer.createExchange(false);
        exchange.getMessage().setBody(content);
        Facts.on(exchange.getMessage()).event(content);
        return consumer.getAsyncProcessor().process(exchange, doneSync -> {
            // the route's error handler has had its say: asking the consumer's too would run it twice when bridged
            boolean failed = exchange.isFailed() || exchange.isRollbackOnly() || exchange.isRollbackOnlyLast();
            if (failed) {
                refusals.note(Answer.FAILED);
            }
            consumer.releaseExchange(exchange, false);
            answer(http, failed ? Answer.FAILED : Answer.PROCESSED);
            callback.done(doneSync);
        });
    }

    // a new message: the old one's headers and query parameters would become headers of the answer
    private void answer(Exchange http, Answer answer) {
        DefaultMessage message = new DefaultMessage(http.getContext());
        message.setHeader(Exchange.HTTP_RESPONSE_CODE, answer.status());
        if (answer == Answer.NOT_POST) {
            message.setHeader("Allow", "POST");
        }
        http.setMessage(message);
    }
}
