/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.ledger;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Deletes old entries: {@value #BATCH} at most, once an hour, or after a second if there are more. An entry is old if it was
 * created and last written before the retention, and no lease runs. Positions are never deleted. Thread-safe.
 */
final class Purge {

    static final int BATCH = 1000;

    private static final System.Logger LOG = System.getLogger(Purge.class.getName());
    private static final long RARELY = TimeUnit.HOURS.toNanos(1);
    private static final long SOON = TimeUnit.SECONDS.toNanos(1);

    private final LedgerSql sql;
    private final Connections connections;
    private final long retentionMillis;
    private final LongSupplier nanos;
    private final long start;
    private final AtomicLong due = new AtomicLong();

    Purge(LedgerSql sql, Connections connections, Duration retention, LongSupplier nanos) {
        this.sql = sql;
        this.connections = connections;
        this.retentionMillis = Math.max(1, retention.toMillis());
        this.nanos = nanos;
        this.start = nanos.getAsLong();
    }

    /** Deletes entries if it is time to. A failure is logged and doesn't concern the caller. */
    void whenDue() {
        long now = nanos.getAsLong() - start;
        long next = due.get();
        if (now < next || !due.compareAndSet(next, now + RARELY)) {
            return;
        }
        try {
            int deleted = connections.run(
                    "deleting old entries of the table " + sql.table,
                    session -> session.update(sql.deleteOld, retentionMillis, retentionMillis));
            if (deleted >= BATCH) {
                due.set(now + SOON);
            }
        } catch (LedgerException failed) {
            LOG.log(Level.WARNING, "Old entries stay in the ledger, next try in an hour: {0}", failed.getMessage());
        }
    }
}
