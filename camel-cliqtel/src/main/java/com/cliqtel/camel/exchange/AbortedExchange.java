/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.exchange;

import org.apache.camel.Exchange;
import org.apache.camel.support.UnitOfWorkHelper;

/**
 * Completes an exchange that Camel has aborted without completing it. This happens when a step of a route without an error handler
 * throws an {@link Error}. Without this, the exchange would stay in flight, and its consumer would not poll again.
 */
public final class AbortedExchange {

    private AbortedExchange() {}

    /** Completes the exchange as failed. */
    public static void end(Exchange exchange, Throwable thrown) {
        exchange.setException(thrown);
        if (exchange.getUnitOfWork() != null) {
            UnitOfWorkHelper.doneUow(exchange.getUnitOfWork(), exchange);
            exchange.getContext().getInflightRepository().remove(exchange, exchange.getFromRouteId());
        } else {
            UnitOfWorkHelper.doneSynchronizations(
                    exchange, exchange.getExchangeExtension().handoverCompletions());
        }
    }
}
