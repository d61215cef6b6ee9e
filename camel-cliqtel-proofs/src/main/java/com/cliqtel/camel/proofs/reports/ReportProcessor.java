/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.reports;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

import com.cliqtel.camel.CliqtelConstants;
import com.cliqtel.camel.model.StatusUpdate;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/**
 * The processor of both nodes' routes. It fails now and then, and keeps the state of each message without stale reports.
 */
final class ReportProcessor implements Processor {

    private static final int PERCENT = 100;
    private static final int FAILING = 5;

    final Map<String, Integer> successes = new ConcurrentHashMap<>();
    final Map<Long, String> states = new ConcurrentHashMap<>();
    final AtomicLong runs = new AtomicLong();
    final AtomicLong failures = new AtomicLong();
    final AtomicLong stale = new AtomicLong();
    final AtomicLong forged = new AtomicLong();
    private final long seed;

    ReportProcessor(long seed) {
        this.seed = seed;
    }

    @Override
    public void process(Exchange exchange) {
        StatusUpdate update = exchange.getMessage().getBody(StatusUpdate.class);
        String report = update.id() + " " + update.status();
        if (update.status().word().equals("forged")) {
            forged.incrementAndGet();
        }
        long run = runs.incrementAndGet();
        if (Math.floorMod((report + run + seed).hashCode() * 31, PERCENT) < FAILING) {
            failures.incrementAndGet();
            throw new IllegalStateException("at random");
        }
        if (exchange.getMessage().getHeader(CliqtelConstants.STATUS_STALE, Boolean.class)) {
            stale.incrementAndGet();
        } else {
            states.put(update.id(), update.status().word());
        }
        successes.merge(report, 1, Integer::sum);
    }
}
