/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.poll;

import java.util.concurrent.atomic.AtomicBoolean;

import com.cliqtel.camel.poll.inbox.Inbox;
import com.cliqtel.camel.poll.inbox.NewMessage;
import org.apache.camel.Exchange;
import org.apache.camel.spi.ExceptionHandler;
import org.apache.camel.spi.Synchronization;

/** Ends the delivery of a message when its exchange ends. After the last attempt it calls the exception handler. */
final class PollCompletion implements Synchronization {

    private final Inbox inbox;
    private final NewMessage message;
    private final ExceptionHandler exceptions;
    private final AtomicBoolean ended = new AtomicBoolean();

    PollCompletion(Inbox inbox, NewMessage message, ExceptionHandler exceptions) {
        this.inbox = inbox;
        this.message = message;
        this.exceptions = exceptions;
    }

    @Override
    public void onComplete(Exchange exchange) {
        if (exchange.isRollbackOnly() || exchange.isRollbackOnlyLast()) {
            onFailure(exchange);
        } else if (ended.compareAndSet(false, true)) {
            inbox.done(message);
        }
    }

    @Override
    public void onFailure(Exchange exchange) {
        if (ended.compareAndSet(false, true) && inbox.failed(message)) {
            exceptions.handleException(
                    "Gave up on " + message + ": the route failed as many times as maxDeliveryAttempts allows",
                    exchange,
                    exchange.getException());
        }
    }
}
