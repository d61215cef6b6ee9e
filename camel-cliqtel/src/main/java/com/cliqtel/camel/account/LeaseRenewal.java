/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.account;

import java.time.Duration;
import java.util.function.BooleanSupplier;

import com.cliqtel.camel.client.TimedWaits;
import org.apache.camel.support.service.ServiceSupport;

/**
 * Renews the leases of a consumer while it runs, so that a route may take any time. After the stop it goes on for exchanges that
 * outlive the consumer. Holds no thread while it waits.
 */
public final class LeaseRenewal extends ServiceSupport {

    private final Runnable renewal;
    private final BooleanSupplier outlives;
    private final Duration interval;
    private final TimedWaits waits;

    /**
     * @param renewal renews all leases that the consumer has
     * @param outlives returns whether there are leases to renew after the stop
     * @param interval the time between two renewals; less than half a lease
     */
    public LeaseRenewal(Runnable renewal, BooleanSupplier outlives, Duration interval, TimedWaits waits) {
        this.renewal = renewal;
        this.outlives = outlives;
        this.interval = interval;
        this.waits = waits;
    }

    @Override
    protected void doStart() {
        next();
    }

    private void next() {
        waits.pass(interval).thenRun(this::renew);
    }

    private void renew() {
        if (isStartingOrStarted() || outlives.getAsBoolean()) {
            try {
                renewal.run();
            } finally {
                next();
            }
        }
    }
}
