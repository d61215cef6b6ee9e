/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.webhook;

import java.time.Duration;
import java.time.InstantSource;
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
import com.cliqtel.camel.webhook.once.Deliveries;
import com.cliqtel.camel.webhook.once.Deliveries.Delivery;
import com.cliqtel.camel.webhook.verify.HttpAnswer;
import com.cliqtel.camel.webhook.verify.Verdict;
import com.cliqtel.camel.webhook.verify.WebhookReceiver;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.support.AsyncProcessorSupport;
import org.apache.camel.support.DefaultConsumer;
import org.apache.camel.support.DefaultMessage;

/**
 * Answers webhook requests, and runs the route for each new event of a valid request. The route has an exchange of its own:
 * nothing of the request reaches it, and nothing of it reaches the answer.
 */
final class WebhookProcessor extends AsyncProcessorSupport {

    private static final int RETRY_SECONDS = 5;

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
        CompletableFuture<HttpAnswer> answering =
                CompletableFuture.completedFuture(http).thenCompose(this::inOrder);
        boolean sync = answering.isDone();
        answering.whenComplete((answer, unexpected) -> {
            answer(http, unexpected == null ? answer : HttpAnswer.FAILED);
            callback.done(sync);
            inProgress.decrementAndGet();
        });
        return sync;
    }

    /** The checks: suspended, authentic and wanted, not too many at a time, new, its turn, not stale. Then the route runs. */
    private CompletableFuture<HttpAnswer> inOrder(Exchange http) {
        if (!consumer.isRunAllowed() || consumer.isSuspendingOrSuspended()) {
            return answered(HttpAnswer.SUSPENDED);
        }
        Verdict verdict = receiver.receive(PlatformHttpRequest.read(http.getMessage(), settings.maxPayloadSize()));
        if (verdict instanceof Verdict.Answered without) {
            without.content().ifPresent(content -> {
                recent.note(content, without.answer());
                counts.clock(without.answer(), content.timestamp());
            });
            return answered(without.answer());
        }
        if (!capacity.tryAcquire()) {
            return answered(HttpAnswer.BUSY);
        }
        WebhookContent event = ((Verdict.Accepted) verdict).content();
        return CompletableFuture.completedFuture(event)
                .thenCompose(this::once)
                .exceptionally(unexpected -> HttpAnswer.FAILED)
                .whenComplete((answer, none) -> recent.note(event, answer))
                .whenComplete((answer, unexpected) -> capacity.release());
    }

    private CompletableFuture<HttpAnswer> once(WebhookContent content) {
        Optional<Delivery> begun = deliveries.begin(content);
        if (begun.isEmpty()) {
            return answered(HttpAnswer.IN_WORK);
        }
        Delivery delivery = begun.get();
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
        boolean stale = delivery.isStale();
        if (stale && settings.dropStale()) {
            delivery.done();
            return answered(HttpAnswer.STALE);
        }
        return route(content, stale).whenComplete((answer, unexpected) -> {
            if (answer == HttpAnswer.PROCESSED) {
                delivery.done();
            } else {
                delivery.release();
            }
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
                // the consumer's error handler isn't called: if it is bridged, the route's would run twice
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
        if (content.timestamp() == null) {
            return -1;
        }
        Duration age = Duration.between(
                content.timestamp().toInstant(), InstantSource.system().instant());
        return Math.max(0, TimeUnit.NANOSECONDS.convert(age));
    }

    // in a new message, since headers and query parameters of the request would become headers of the answer
    private void answer(Exchange http, HttpAnswer answer) {
        counts.note(answer);
        observers.webhook(answer.word());
        DefaultMessage message = new DefaultMessage(http.getContext());
        message.setHeader(Exchange.HTTP_RESPONSE_CODE, answer.status());
        if (answer == HttpAnswer.NOT_POST) {
            message.setHeader("Allow", "POST");
        }
        if (answer.isForNow()) {
            message.setHeader("Retry-After", RETRY_SECONDS);
        }
        http.setException(null);
        http.setMessage(message);
    }

    int inProgress() {
        return inProgress.get();
    }

    WebhookAnswerCounts counts() {
        return counts;
    }

    /** Returns the last webhooks with a valid signature. */
    RecentWebhooks recent() {
        return recent;
    }
}
