/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.webhook;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

import com.cliqtel.camel.ledger.LedgerException;
import com.cliqtel.camel.monitor.LogThrottle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs failures of the ledger for webhooks, at most once a minute. */
public final class WebhookLog implements Consumer<LedgerException> {

    private static final Logger LOG = LoggerFactory.getLogger(WebhookLog.class);

    private final AtomicLong failures = new AtomicLong();
    private final LogThrottle throttle = new LogThrottle();

    @Override
    public void accept(LedgerException failure) {
        long count = failures.incrementAndGet();
        if (throttle.isDue()) {
            LOG.warn(
                    "The ledger failed webhooks, {} times so far. If it failed before the route, the answer was 503, so that"
                            + " the sender repeats the event. If it failed after the route, an event may run the route again: {}",
                    count,
                    failure.getMessage());
        }
    }
}
