/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel;

import java.util.function.Consumer;

import com.cliqtel.camel.ledger.LedgerException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says in the log that the ledger failed a webhook. */
final class WebhookLog implements Consumer<LedgerException> {

    private static final Logger LOG = LoggerFactory.getLogger(CliqtelWebhookConsumer.class);

    @Override
    public void accept(LedgerException failure) {
        LOG.warn(
                "The ledger failed a webhook. What the route has had may come again; what it could not be asked for was answered"
                        + " with 503, so that the sender repeats it: {}",
                failure.getMessage());
    }
}
