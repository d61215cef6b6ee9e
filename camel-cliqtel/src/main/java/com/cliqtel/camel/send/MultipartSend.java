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
import com.cliqtel.camel.model.Sms;
import com.cliqtel.camel.observe.Observer;
import com.cliqtel.camel.send.reconcile.SendOrder;
import com.cliqtel.camel.send.reconcile.SentSms;
import com.cliqtel.camel.send.reconcile.SmsSender;
import com.cliqtel.camel.send.reconcile.UnsettledSends;
import com.cliqtel.camel.text.MessageText;
import com.cliqtel.camel.wire.Answer;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** Sends the parts of a text in order. A redelivery after a failure continues with the part that follows the last one sent. */
final class MultipartSend {

    private final SmsSender sender;
    private final CliqtelApi api;
    private final Function<Exchange, Observer> tracing;

    MultipartSend(SmsSender sender, CliqtelApi api, Function<Exchange, Observer> tracing) {
        this.sender = sender;
        this.api = api;
        this.tracing = tracing;
    }

    CompletableFuture<ProducerResult> send(Exchange exchange, SendRequest request, List<MessageText> parts) {
        return parts.size() == 1
                ? one(
                                request,
                                parts.get(0),
                                request.key(),
                                ExchangeSendState.unsettled(exchange),
                                budget(exchange, request))
                        .thenApply(sent -> message -> write(message, List.of(sent), null))
                : new Parts(exchange, request, parts, ExchangeSendState.of(exchange)).next();
    }

    private WaitBudget budget(Exchange exchange, SendRequest request) {
        Observer log = SendTraceLog.isWritten() ? SendTraceLog.of(exchange, request) : Observer.NOBODY;
        return api.newBudget(log, tracing.apply(exchange));
    }

    private CompletableFuture<SentSms> one(
            SendRequest request, MessageText part, String key, UnsettledSends unsettled, WaitBudget budget) {
        return sender.send(new SendOrder(request.sms(part), key, unsettled, budget));
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

    /** The parts of one text in progress. */
    private final class Parts {

        private final Exchange exchange;
        private final SendRequest request;
        private final List<MessageText> parts;
        private final ExchangeSendState state;
        private final List<SentSms> sent;
        private final WaitBudget budget;

        Parts(Exchange exchange, SendRequest request, List<MessageText> parts, ExchangeSendState state) {
            this.exchange = exchange;
            this.request = request;
            this.parts = parts;
            this.state = state;
            this.sent = state.partsOf(request);
            this.budget = budget(exchange, request);
        }

        CompletableFuture<ProducerResult> next() {
            int index = sent.size();
            if (index == parts.size()) {
                state.forget(request);
                return CompletableFuture.completedFuture(result());
            }
            String key = request.key() == null ? null : request.key() + " part " + (index + 1) + "/" + parts.size();
            return one(request, parts.get(index), key, state.unsettled(), budget)
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
