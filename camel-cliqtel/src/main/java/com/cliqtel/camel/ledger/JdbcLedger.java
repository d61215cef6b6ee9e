/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import javax.sql.DataSource;

import com.cliqtel.camel.ledger.Claim.State;
import com.cliqtel.camel.ledger.Statements.Row;

/**
 * A ledger in one table of a database, H2 or PostgreSQL: it outlives the process, and the nodes that share the table share
 * the ledger.
 *
 * <p>Each call is a short transaction of its own, on a connection of its own, which is given back as it was. <b>It must
 * never be part of the route's transaction</b>: a claim that is rolled back with the route would be forgotten although the
 * SMS was sent. So each call runs on a thread of its own, to which no transaction is bound (Spring's and JTA's are bound to
 * threads), and a connection that comes in the middle of a transaction all the same is refused with a {@link
 * LedgerException}. A pool must have connections left for it: a route that holds the last one while the ledger waits for
 * one ends in the pool's time-out.
 *
 * <p>What was answered outlives the process. H2 is therefore told to write before each answer ({@code CHECKPOINT SYNC}),
 * once for all who call at the same time, for which its user needs ADMIN rights; by itself it would forget what was
 * committed in the half second before the process was killed. That is done at most fifty times a second, and fifty times
 * at once after a rest: a call may take 20 ms longer than the disk does. H2 keeps what is outdated for 45 seconds, so its
 * file is larger than what it holds, and grows with the calls of 45 seconds, not with all; {@code ;RETENTION_TIME=1000}
 * in the address of a file that holds nothing else keeps it small.
 *
 * <p>When a lease is over, the database's clock says, not the nodes'. Old entries are deleted now and then
 * ({@link JdbcLedgerOptions#retention()}), positions never.
 *
 * <p>The table, for those who create it by hand (also beside this class in {@code cliqtel-ledger.sql}):
 *
 * <pre>{@code
 * CREATE TABLE IF NOT EXISTS cliqtel_ledger (
 *   kind VARCHAR(8) NOT NULL,
 *   name VARCHAR(500) NOT NULL,
 *   state VARCHAR(9) NOT NULL,
 *   record TEXT NOT NULL,
 *   ends_at TIMESTAMP WITH TIME ZONE NOT NULL,
 *   PRIMARY KEY (kind, name)
 * );
 * CREATE INDEX IF NOT EXISTS cliqtel_ledger_ends_at ON cliqtel_ledger (ends_at);
 * }</pre>
 *
 * <p>Thread-safe.
 */
public final class JdbcLedger implements Ledger {

    private final LedgerSql sql;
    private final Transactions transactions;
    private final Purge purge;

    /**
     * A ledger with {@link JdbcLedgerOptions#DEFAULTS}.
     *
     * @throws LedgerException when the database cannot be reached, or the table is missing and cannot be created
     */
    public JdbcLedger(DataSource dataSource) {
        this(dataSource, JdbcLedgerOptions.DEFAULTS);
    }

    /**
     * A ledger with these options.
     *
     * @throws LedgerException when the database cannot be reached, or the table is missing and is not or cannot be
     *     created
     */
    public JdbcLedger(DataSource dataSource, JdbcLedgerOptions options) {
        this(dataSource, options, System::nanoTime);
    }

    JdbcLedger(DataSource dataSource, JdbcLedgerOptions options, LongSupplier nanos) {
        if (dataSource == null) {
            throw new IllegalArgumentException("no data source: the one of the ledger's database is needed");
        }
        this.sql = new LedgerSql(options.table());
        this.transactions = Transactions.over(dataSource);
        new LedgerTable(sql, transactions).ensure(options.creation());
        this.purge = new Purge(sql, transactions, options.retention(), nanos);
    }

    @Override
    public Claim claim(String key, Duration lease, String record) {
        LedgerArguments.checkKey(key);
        LedgerArguments.checkLease(lease);
        LedgerArguments.checkRecord(record);
        // up to whole milliseconds: no lease is shorter than asked for
        long millis = lease.plusNanos(999_999).toMillis();
        return transactions.run("claiming " + key, connection -> claim(connection, key, millis, record));
    }

    private Claim claim(Connection connection, String key, long leaseMillis, String record) throws SQLException {
        if (Statements.update(connection, sql.claimNew, key, record, leaseMillis, key) == 1) {
            return new Claim(State.NEW, "");
        }
        boolean takenOver = Statements.update(connection, sql.takeOver, leaseMillis, key) == 1;
        // a rollback's state, so that it is tried again
        Row found = Statements.find(connection, sql.find, key)
                .orElseThrow(() -> new SQLTransactionRollbackException("the claim was released meanwhile", "40001"));
        if (takenOver) {
            return new Claim(State.EXPIRED, found.record());
        }
        return new Claim("done".equals(found.state()) ? State.DONE : State.IN_PROGRESS, found.record());
    }

    @Override
    public void done(String key, String record) {
        LedgerArguments.checkKey(key);
        LedgerArguments.checkRecord(record);
        transactions.run(
                "writing that " + key + " is done",
                connection -> Statements.update(connection, sql.finish, record, key) == 1
                        || Statements.update(connection, sql.insertDone, key, record) == 1);
        purge.whenDue();
    }

    @Override
    public void release(String key) {
        LedgerArguments.checkKey(key);
        transactions.run("releasing " + key, connection -> Statements.update(connection, sql.release, key));
    }

    @Override
    public void abandon(String key, String record) {
        LedgerArguments.checkKey(key);
        LedgerArguments.checkRecord(record);
        transactions.run(
                "abandoning " + key,
                connection -> Statements.update(connection, sql.abandon, record, key) == 1
                        || Statements.update(connection, sql.insertAbandoned, key, record, key) == 1);
        purge.whenDue();
    }

    @Override
    public Optional<String> position(String name) {
        LedgerArguments.checkPositionName(name);
        return transactions.run(
                "reading the position " + name, connection -> Statements.find(connection, sql.findPosition, name)
                        .map(Row::record));
    }

    @Override
    public void position(String name, String value) {
        LedgerArguments.checkPositionName(name);
        LedgerArguments.checkPosition(value);
        transactions.run(
                "writing the position " + name,
                connection -> Statements.update(connection, sql.movePosition, value, name) == 1
                        || Statements.update(connection, sql.insertPosition, name, value) == 1);
    }

    /** The table's name. */
    @Override
    public String toString() {
        return "JdbcLedger[table=" + sql.table + "]";
    }
}
