/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.ledger;

import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Deletes old entries: about {@value #BATCH} at most, once an hour, or after a second if there are more. Entries in progress end in
 * the future, so they are never old. Positions are never deleted. Thread-safe.
 */
final class Purge {

    static final int BATCH = 1000;

    private static final System.Logger LOG = System.getLogger(Purge.class.getName());
    private static final long RARELY = TimeUnit.HOURS.toNanos(1);
    private static final long SOON = TimeUnit.SECONDS.toNanos(1);

    private final LedgerSql sql;
    private final Transactions transactions;
    private final long retentionMillis;
    private final LongSupplier nanos;
    private final long start;
    private final AtomicLong due = new AtomicLong();

    Purge(LedgerSql sql, Transactions transactions, Duration retention, LongSupplier nanos) {
        this.sql = sql;
        this.transactions = transactions;
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
            if (deleted() >= BATCH) {
                due.set(now + SOON);
            }
        } catch (LedgerException failed) {
            LOG.log(Level.WARNING, "Old entries stay in the ledger, next try in an hour: {0}", failed.getMessage());
        }
    }

    private int deleted() {
        return transactions.run("deleting old entries of the table " + sql.table, this::deleteBatch);
    }

    // two statements instead of a subquery, since H2 evaluates a subquery that depends on the time for each row
    private int deleteBatch(Connection connection) throws SQLException {
        Optional<OffsetDateTime> last = Statements.time(connection, sql.lastOfBatch, retentionMillis, BATCH - 1);
        return last.isEmpty()
                ? Statements.update(connection, sql.purge, retentionMillis)
                : Statements.update(connection, sql.purgeUpTo, retentionMillis, last.get());
    }
}
