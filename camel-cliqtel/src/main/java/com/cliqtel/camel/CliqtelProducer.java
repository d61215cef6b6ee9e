/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

import com.cliqtel.camel.account.AccountUse;
import com.cliqtel.camel.account.EndpointServices;
import com.cliqtel.camel.error.Causes;
import com.cliqtel.camel.error.CliqtelException;
import com.cliqtel.camel.exchange.ProducerAction;
import com.cliqtel.camel.exchange.ProducerResult;
import com.cliqtel.camel.exchange.ResultHeaders;
import com.cliqtel.camel.observe.CallEnd;
import com.cliqtel.camel.observe.Observers;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.api.management.ManagedAttribute;
import org.apache.camel.api.management.ManagedResource;
import org.apache.camel.support.DefaultAsyncProducer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the endpoint's operation for each exchange, and completes the exchange when the operation's future completes. Internal. */
@ManagedResource(description = "Managed Cliqtel producer")
public final class CliqtelProducer extends DefaultAsyncProducer {

    private static final Logger LOG = LoggerFactory.getLogger(CliqtelProducer.class);

    private final ProducerAction action;
    private final String operation;
    private final Observers observers;
    private final AccountUse account;
    private final AtomicInteger inProgress = new AtomicInteger();

    CliqtelProducer(Endpoint endpoint, String operation, EndpointServices services, ProducerAction action) {
        super(endpoint);
        this.action = action;
        this.operation = operation;
        this.observers = services.observers();
        this.account = action.calls() ? services.use(action::start) : AccountUse.none();
    }

    @Override
    public boolean isSingleton() {
        // one producer for all exchanges, even if its endpoint is not shared
        return true;
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        // an invalid connection option fails the start, not the first exchange
        account.start();
    }

    @Override
    protected void doStop() throws Exception {
        account.leave();
        super.doStop();
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        long began = System.nanoTime();
        inProgress.incrementAndGet();
        CompletableFuture<ProducerResult> running = start(exchange);
        if (running.isDone()) {
            running.whenComplete((result, failure) -> finish(exchange, began, result, failure));
            callback.done(true);
            return true;
        }
        running.whenComplete((result, failure) -> {
            finish(exchange, began, result, failure);
            callback.done(false);
        });
        return false;
    }

    /** Returns the number of exchanges in progress: calling, waiting or searching. */
    @ManagedAttribute(description = "Number of exchanges in progress: calling, waiting or searching")
    public int getUnderWay() {
        return inProgress.get();
    }

    private CompletableFuture<ProducerResult> start(Exchange exchange) {
        try {
            account.enter();
            return action.run(exchange);
        } catch (RuntimeException | Error thrown) {
            return CompletableFuture.failedFuture(thrown);
        }
    }

    // the exchange is complete before its callback is called
    private void finish(Exchange exchange, long began, ProducerResult result, Throwable failure) {
        inProgress.decrementAndGet();
        account.leave();
        CallEnd how = CallEnd.of(failure == null ? null : Causes.of(failure));
        long nanos = System.nanoTime() - began;
        observers.called(operation, how, nanos);
        if (LOG.isDebugEnabled()) {
            LOG.debug(
                    "{}: {} ended {} after {} ms", exchange.getExchangeId(), operation, how.word(), nanos / 1_000_000);
        }
        try {
            if (failure == null) {
                ResultHeaders.on(exchange.getMessage()).noError();
                result.writeTo(exchange.getMessage());
            } else {
                fail(exchange, Causes.of(failure));
            }
        } catch (RuntimeException | Error unexpected) {
            exchange.setException(unexpected);
        }
    }

    private static void fail(Exchange exchange, Throwable failure) {
        exchange.setException(failure);
        if (failure instanceof CliqtelException known) {
            ResultHeaders.on(exchange.getMessage()).error(known);
        }
    }
}
