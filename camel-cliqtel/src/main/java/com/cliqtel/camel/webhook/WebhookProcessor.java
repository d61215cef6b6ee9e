/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.webhook;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import com.cliqtel.camel.client.TimedWaits;
import com.cliqtel.camel.exchange.AbortedExchange;
import com.cliqtel.camel.exchange.ResultHeaders;
import com.cliqtel.camel.model.WebhookContent;
import com.cliqtel.camel.observe.Observers;
import com.cliqtel.camel.webhook.WebhookSettings.StaleReports;
import com.cliqtel.camel.webhook.once.Deliveries;
import com.cliqtel.camel.webhook.once.Deliveries.Delivery;
import com.cliqtel.camel.webhook.once.Deliveries.Taking;
import com.cliqtel.camel.webhook.verify.HttpAnswer;
import com.cliqtel.camel.webhook.verify.Verdict;
import com.cliqtel.camel.webhook.verify.WebhookReceiver;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.support.AsyncProcessorSupport;
import org.apache.camel.support.DefaultConsumer;
import org.apache.camel.support.DefaultMessage;

/**
 * Answers one HTTP exchange, and runs the route for what is believed and new, in an exchange of its own: nothing of the request
 * reaches the route, and nothing of the route reaches the answer.
 */
final class WebhookProcessor extends AsyncProcessorSupport {

    private static final int COME_AGAIN_SECONDS = 5;

    private final DefaultConsumer consumer;
    private final Observers observers;
    private final WebhookSettings settings;
    private final WebhookReceiver receiver;
    private final Deliveries deliveries;
    private final Semaphore capacity;
    private final MessageOrder order;
    private final WebhookAnswerCounts counts = new WebhookAnswerCounts();
    private final RecentWebhooks recent = new RecentWebhooks();
    private final AtomicInteger inProgress = new AtomicInteger();

    WebhookProcessor(
            DefaultConsumer consumer,
            Observers observers,
            WebhookSettings settings,
            Deliveries deliveries,
            Supplier<TimedWaits> waits) {
        this.consumer = consumer;
        this.observers = observers;
        this.settings = settings;
        this.receiver = new WebhookReceiver(settings.policy());
        this.deliveries = deliveries;
        this.capacity = new Semaphore(settings.maxInflight());
        this.order = new MessageOrder(waits);
    }

    @Override
    public boolean process(Exchange http, AsyncCallback callback) {
        inProgress.incrementAndGet();
        CompletableFuture<HttpAnswer> answering = answering(http);
        boolean sync = answering.isDone();
        answering.whenComplete((answer, unexpected) -> {
            answer(http, unexpected == null ? answer : HttpAnswer.FAILED);
            callback.done(sync);
            inProgress.decrementAndGet();
        });
        return sync;
    }

    private CompletableFuture<HttpAnswer> answering(Exchange http) {
        try {
            return inOrder(http);
        } catch (RuntimeException | Error unexpected) {
            return CompletableFuture.failedFuture(unexpected);
        }
    }

    /** The order: is it taken now, is it believed, is there room, is it new, is it its turn, is it stale, how does the route end. */
    private CompletableFuture<HttpAnswer> inOrder(Exchange http) {
        if (!consumer.isRunAllowed() || consumer.isSuspendingOrSuspended()) {
            return answered(HttpAnswer.SUSPENDED);
        }
        Verdict verdict = receiver.receive(PlatformHttpRequest.read(http.getMessage(), settings.maxPayloadSize()));
        if (verdict instanceof Verdict.Answered without) {
            without.content().ifPresent(content -> notRouted(content, without.answer()));
            return answered(without.answer());
        }
        if (!capacity.tryAcquire()) {
            return answered(HttpAnswer.BUSY);
        }
        return CompletableFuture.completedFuture(((Verdict.Accepted) verdict).content())
                .thenCompose(content -> once(content)
                        .whenComplete((answer, unexpected) ->
                                recent.note(content, unexpected == null ? answer : HttpAnswer.FAILED)))
                .whenComplete((answer, unexpected) -> capacity.release());
    }

    private void notRouted(WebhookContent content, HttpAnswer answer) {
        recent.note(content, answer);
        counts.clock(answer, content.timestamp());
    }

    private CompletableFuture<HttpAnswer> once(WebhookContent content) {
        Taking taking = deliveries.take(content);
        if (taking instanceof Taking.Refused refused) {
            return answered(refused.answer());
        }
        Delivery delivery = ((Taking.Taken) taking).delivery();
        return order.of(delivery)
                .thenCompose(none -> none.isPresent() ? answered(none.get()) : inItsTurn(content, delivery));
    }

    private static CompletableFuture<HttpAnswer> answered(HttpAnswer answer) {
        return CompletableFuture.completedFuture(answer);
    }

    private CompletableFuture<HttpAnswer> inItsTurn(WebhookContent content, Delivery delivery) {
        if (consumer.isStopped()) {
            delivery.release();
            return answered(HttpAnswer.SUSPENDED);
        }
        boolean stale;
        try {
            stale = delivery.isStale();
        } catch (RuntimeException unknown) {
            delivery.release();
            return answered(HttpAnswer.LEDGER_DOWN);
        }
        if (stale && settings.stale() == StaleReports.DROPPED) {
            delivery.done();
            return answered(HttpAnswer.STALE);
        }
        return route(content, stale).thenApply(ended -> {
            if (ended == HttpAnswer.PROCESSED) {
                delivery.done();
            } else {
                delivery.release();
            }
            return ended;
        });
    }

    private CompletableFuture<HttpAnswer> route(WebhookContent content, boolean stale) {
        observers.received("webhook", age(content));
        CompletableFuture<HttpAnswer> ending = new CompletableFuture<>();
        Exchange exchange = consumer.createExchange(false);
        exchange.getMessage().setBody(content);
        ResultHeaders.on(exchange.getMessage()).event(content, stale);
        try {
            consumer.getAsyncProcessor().process(exchange, doneSync -> {
                // the route's error handler has had its say: asking the consumer's too would run it twice when bridged
                boolean failed = exchange.isFailed() || exchange.isRollbackOnly() || exchange.isRollbackOnlyLast();
                consumer.releaseExchange(exchange, false);
                ending.complete(failed ? HttpAnswer.FAILED : HttpAnswer.PROCESSED);
            });
        } catch (RuntimeException | Error thrown) {
            AbortedExchange.end(exchange, thrown);
            ending.complete(HttpAnswer.FAILED);
        }
        return ending;
    }

    // by this machine's clock, since a webhook has no time of the server
    private static long age(WebhookContent content) {
        return content.timestamp() == null
                ? -1
                : Math.max(
                        0,
                        TimeUnit.NANOSECONDS.convert(Duration.between(
                                content.timestamp().toInstant(),
                                InstantSource.system().instant())));
    }

    // a new message: the old one's headers and query parameters would become headers of the answer
    private void answer(Exchange http, HttpAnswer answer) {
        counts.note(answer);
        observers.webhook(answer.word());
        DefaultMessage message = new DefaultMessage(http.getContext());
        message.setHeader(Exchange.HTTP_RESPONSE_CODE, answer.status());
        if (answer == HttpAnswer.NOT_POST) {
            message.setHeader("Allow", "POST");
        }
        if (answer.isForNow()) {
            message.setHeader("Retry-After", COME_AGAIN_SECONDS);
        }
        http.setException(null);
        http.setMessage(message);
    }

    /** Returns the number of requests in progress. */
    int inProgress() {
        return inProgress.get();
    }

    /** Returns the number of requests with each answer. */
    Map<String, Long> answers() {
        return counts.counts();
    }

    /** Returns the last webhooks with a valid signature. */
    RecentWebhooks recent() {
        return recent;
    }

    /** Returns the time of the last webhook that was answered with 200; empty for none. */
    Optional<Instant> lastAccepted() {
        return counts.lastAccepted();
    }
}
