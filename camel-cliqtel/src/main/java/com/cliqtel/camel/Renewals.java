/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel;

import com.cliqtel.camel.client.Waits;
import com.cliqtel.camel.webhook.Deliveries;
import org.apache.camel.support.service.ServiceSupport;

/** Keeps what a webhook consumer has taken its own, however long the route takes, as long as this runs; waits without a thread. */
final class Renewals extends ServiceSupport {

    private final Runnable renewal;
    private final Waits waits;

    Renewals(Runnable renewal, Waits waits) {
        this.renewal = renewal;
        this.waits = waits;
    }

    @Override
    protected void doStart() {
        next();
    }

    private void next() {
        waits.pass(Deliveries.RENEWAL).thenRun(this::renew);
    }

    private void renew() {
        if (isStartingOrStarted()) {
            try {
                renewal.run();
            } finally {
                next();
            }
        }
    }
}
