/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.send;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

import com.cliqtel.camel.client.CliqtelApi;
import com.cliqtel.camel.client.WaitBudget;
import com.cliqtel.camel.error.Causes;
import com.cliqtel.camel.error.CliqtelException;
import com.cliqtel.camel.exchange.ProducerResult;
import com.cliqtel.camel.exchange.ResultHeaders;
import com.cliqtel.camel.model.Answer;
import com.cliqtel.camel.model.MessageText;
import com.cliqtel.camel.model.Sms;
import com.cliqtel.camel.observe.Observer;
import com.cliqtel.camel.send.reconcile.SendOrder;
import com.cliqtel.camel.send.reconcile.SentSms;
import com.cliqtel.camel.send.reconcile.SmsSender;
import com.cliqtel.camel.send.reconcile.UnsettledSends;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** Sends the parts of a text one after the other; handed over again after a failure, it goes on behind the last that was sent. */
final class MultipartSend {

    private final SmsSender sending;
    private final CliqtelApi api;
    private final Function<Exchange, Observer> tracing;

    MultipartSend(SmsSender sending, CliqtelApi api, Function<Exchange, Observer> tracing) {
        this.sending = sending;
        this.api = api;
        this.tracing = tracing;
    }

    CompletableFuture<ProducerResult> send(Exchange exchange, SendRequest draft, List<MessageText> parts) {
        return parts.size() == 1
                ? one(
                                draft,
                                parts.get(0),
                                draft.key(),
                                ExchangeSendState.unsettled(exchange),
                                patience(exchange, draft))
                        .thenApply(sent -> message -> write(message, List.of(sent), null))
                : new Parts(exchange, draft, parts, ExchangeSendState.of(exchange)).next();
    }

    private WaitBudget patience(Exchange exchange, SendRequest draft) {
        Observer log = SendTraceLog.isWritten() ? SendTraceLog.of(exchange, draft) : Observer.NOBODY;
        return api.patience(log, tracing.apply(exchange));
    }

    private CompletableFuture<SentSms> one(
            SendRequest draft, MessageText part, String key, UnsettledSends memory, WaitBudget patience) {
        return sending.send(new SendOrder(draft.sms(part), key, memory, patience));
    }

    private static void write(Message message, List<SentSms> sent, List<Long> partIds) {
        Answer<Sms> first = sent.get(0).answer();
        message.setBody(first.value());
        ResultHeaders.on(message).sms(first.value()).rate(first.rateLimits());
        writeSend(message, sent, partIds);
    }

    private static void writeSend(Message message, List<SentSms> sent, List<Long> partIds) {
        boolean duplicate = !sent.isEmpty() && sent.stream().allMatch(part -> part.how() == SentSms.How.DUPLICATE);
        boolean reconciled = sent.stream().anyMatch(part -> part.how() == SentSms.How.RECONCILED);
        ResultHeaders.on(message).send(duplicate, reconciled, partIds);
    }

    /** The parts of one text on their way. */
    private final class Parts {

        private final Exchange exchange;
        private final SendRequest draft;
        private final List<MessageText> parts;
        private final ExchangeSendState memory;
        private final List<SentSms> sent;
        private final WaitBudget patience;

        Parts(Exchange exchange, SendRequest draft, List<MessageText> parts, ExchangeSendState memory) {
            this.exchange = exchange;
            this.draft = draft;
            this.parts = parts;
            this.memory = memory;
            this.sent = memory.partsOf(draft);
            this.patience = patience(exchange, draft);
        }

        CompletableFuture<ProducerResult> next() {
            int index = sent.size();
            if (index == parts.size()) {
                memory.forget(draft);
                return CompletableFuture.completedFuture(result());
            }
            String key = draft.key() == null ? null : draft.key() + " part " + (index + 1) + "/" + parts.size();
            return one(draft, parts.get(index), key, memory.unsettled(), patience)
                    .handle((part, thrown) -> {
                        if (thrown != null) {
                            return CompletableFuture.<ProducerResult>failedFuture(inPart(index, thrown));
                        }
                        sent.add(part);
                        return next();
                    })
                    .thenCompose(result -> result);
        }

        private Throwable inPart(int index, Throwable thrown) {
            writeSend(exchange.getMessage(), sent, ExchangeSendState.ids(sent));
            Throwable failure = Causes.of(thrown);
            String before = sent.isEmpty()
                    ? "none was sent"
                    : "sent before: " + (sent.size() == 1 ? "part 1" : "parts 1 to " + sent.size()) + " as "
                            + ExchangeSendState.ids(sent);
            return failure instanceof CliqtelException known
                    ? known.about("part " + (index + 1) + " of " + parts.size() + " (" + before + ")")
                    : failure;
        }

        private ProducerResult result() {
            return message -> write(message, sent, ExchangeSendState.ids(sent));
        }
    }
}
