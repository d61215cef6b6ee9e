/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

import com.cliqtel.camel.client.CliqtelApi;
import com.cliqtel.camel.client.Patience;
import com.cliqtel.camel.error.Causes;
import com.cliqtel.camel.error.CliqtelException;
import com.cliqtel.camel.model.MessageText;
import com.cliqtel.camel.observe.Observer;
import com.cliqtel.camel.reconcile.Memory;
import com.cliqtel.camel.reconcile.SendOrder;
import com.cliqtel.camel.reconcile.Sending;
import com.cliqtel.camel.reconcile.Sent;
import org.apache.camel.Exchange;

/** Sends the parts of a text one after the other; handed over again after a failure, it goes on behind the last that was sent. */
final class SendingParts {

    private final Sending sending;
    private final CliqtelApi api;
    private final Function<Exchange, Observer> tracing;

    SendingParts(Sending sending, CliqtelApi api, Function<Exchange, Observer> tracing) {
        this.sending = sending;
        this.api = api;
        this.tracing = tracing;
    }

    CompletableFuture<Result> send(Exchange exchange, Draft draft, List<MessageText> parts) {
        return parts.size() == 1
                ? one(draft, parts.get(0), draft.key(), SendMemory.unsettled(exchange), patience(exchange, draft))
                        .thenApply(sent -> message -> {
                            message.setBody(sent.answer().value());
                            Facts.on(message).sent(sent);
                        })
                : new Parts(exchange, draft, parts, SendMemory.of(exchange)).next();
    }

    private Patience patience(Exchange exchange, Draft draft) {
        Observer log = ExchangeLog.isWritten() ? ExchangeLog.of(exchange, draft) : Observer.NOBODY;
        return api.patience(log, tracing.apply(exchange));
    }

    private CompletableFuture<Sent> one(Draft draft, MessageText part, String key, Memory memory, Patience patience) {
        return sending.send(new SendOrder(draft.sms(part), key, memory, patience));
    }

    /** The parts of one text on their way. */
    private final class Parts {

        private final Exchange exchange;
        private final Draft draft;
        private final List<MessageText> parts;
        private final SendMemory memory;
        private final List<Sent> sent;
        private final Patience patience;

        Parts(Exchange exchange, Draft draft, List<MessageText> parts, SendMemory memory) {
            this.exchange = exchange;
            this.draft = draft;
            this.parts = parts;
            this.memory = memory;
            this.sent = memory.partsOf(draft);
            this.patience = patience(exchange, draft);
        }

        CompletableFuture<Result> next() {
            int index = sent.size();
            if (index == parts.size()) {
                memory.forget(draft);
                return CompletableFuture.completedFuture(result());
            }
            String key = draft.key() == null ? null : draft.key() + " part " + (index + 1) + "/" + parts.size();
            return one(draft, parts.get(index), key, memory.unsettled(), patience)
                    .handle((part, thrown) -> {
                        if (thrown != null) {
                            return CompletableFuture.<Result>failedFuture(inPart(index, thrown));
                        }
                        sent.add(part);
                        return next();
                    })
                    .thenCompose(result -> result);
        }

        private Throwable inPart(int index, Throwable thrown) {
            Facts.on(exchange.getMessage()).parts(sent);
            Throwable failure = Causes.of(thrown);
            String before = sent.isEmpty()
                    ? "none was sent"
                    : "sent before: " + (sent.size() == 1 ? "part 1" : "parts 1 to " + sent.size()) + " as "
                            + SendMemory.ids(sent);
            return failure instanceof CliqtelException known
                    ? known.about("part " + (index + 1) + " of " + parts.size() + " (" + before + ")")
                    : failure;
        }

        private Result result() {
            return message -> {
                message.setBody(sent.get(0).answer().value());
                Facts.on(message).sent(sent.get(0)).parts(sent);
            };
        }
    }
}
