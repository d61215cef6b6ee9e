/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.poll;

import java.util.concurrent.atomic.AtomicBoolean;

import com.cliqtel.camel.poll.inbox.Inbox;
import com.cliqtel.camel.poll.inbox.NewMessage;
import org.apache.camel.Exchange;
import org.apache.camel.spi.ExceptionHandler;
import org.apache.camel.spi.Synchronization;

/** Tells the inbox how an exchange ended, once; when it will not be offered again, the exception handler too. */
final class PollCompletion implements Synchronization {

    private final Inbox inbox;
    private final NewMessage news;
    private final ExceptionHandler exceptions;
    private final AtomicBoolean told = new AtomicBoolean();

    PollCompletion(Inbox inbox, NewMessage news, ExceptionHandler exceptions) {
        this.inbox = inbox;
        this.news = news;
        this.exceptions = exceptions;
    }

    @Override
    public void onComplete(Exchange exchange) {
        if (exchange.isRollbackOnly() || exchange.isRollbackOnlyLast()) {
            onFailure(exchange);
        } else if (told.compareAndSet(false, true)) {
            inbox.done(news);
        }
    }

    @Override
    public void onFailure(Exchange exchange) {
        if (told.compareAndSet(false, true) && inbox.failed(news)) {
            exceptions.handleException(
                    "Gave up on " + news + ": the route failed as many times as maxDeliveryAttempts allows",
                    exchange,
                    exchange.getException());
        }
    }
}
