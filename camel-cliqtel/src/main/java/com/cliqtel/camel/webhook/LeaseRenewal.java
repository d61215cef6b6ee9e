/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.webhook;

import com.cliqtel.camel.client.TimedWaits;
import com.cliqtel.camel.webhook.once.Deliveries;
import org.apache.camel.support.service.ServiceSupport;

/** Renews the leases of a webhook consumer while it runs, so that a route may take any time. Holds no thread while it waits. */
final class LeaseRenewal extends ServiceSupport {

    private final Runnable renewal;
    private final TimedWaits waits;

    LeaseRenewal(Runnable renewal, TimedWaits waits) {
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
