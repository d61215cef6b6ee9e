/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.exchange;

import org.apache.camel.Exchange;
import org.apache.camel.support.UnitOfWorkHelper;

/**
 * An exchange that Camel left in the middle, as it does when a step of a route without an error handler throws an Error: nobody
 * would hear how it ended, it would be in flight for ever, and whoever polls would never poll again.
 */
public final class AbortedExchange {

    private AbortedExchange() {}

    /** Ends it as failed. */
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
