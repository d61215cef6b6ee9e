/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.examples.quickstart;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import com.cliqtel.camel.model.StatusUpdate;
import org.apache.camel.Handler;

/** The reports that the webhook route has let in, in the order in which they came. Thread-safe. */
public final class Reports {

    private final BlockingQueue<StatusUpdate> arrived = new LinkedBlockingQueue<>();

    /** What the webhook route does with a report. */
    @Handler
    public void add(StatusUpdate report) {
        arrived.add(report);
    }

    /** The next report; null when none came in time. */
    StatusUpdate next(Duration patience) throws InterruptedException {
        return arrived.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Whether one has come that nobody has taken. */
    boolean waiting() {
        return !arrived.isEmpty();
    }
}
