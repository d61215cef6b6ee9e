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
 * A ledger in one table of a database, H2 or PostgreSQL. It outlives the process. Nodes that share the table share the ledger.
 *
 * <p>Each call is a short transaction on a connection of its own. The connection is returned as it was. <b>A call must never be part
 * of the route's transaction</b>: if the route rolled back, the claim would be lost although the SMS was sent. So each call runs on
 * a thread of its own, since the transactions of Spring and JTA are bound to threads. If a connection has an open transaction all
 * the same, the call throws a {@link LedgerException}. A connection pool must have connections left for the ledger: if the route
 * holds the last one, the call fails after the pool's timeout.
 *
 * <p>The result of a call outlives the process. By itself, H2 would lose the commits of the half second before the process is
 * killed. So the ledger makes H2 write before each result ({@code CHECKPOINT SYNC}), once for all calls at the same time. The
 * database user needs ADMIN rights for that. It is done at most fifty times a second, and fifty times at once after a pause, so a
 * call may take 20 ms longer than the disk does. H2 keeps outdated data for 45 seconds, so its file grows with the calls of 45
 * seconds. For a file that contains nothing else, {@code ;RETENTION_TIME=1000} in its URL keeps it small.
 *
 * <p>Leases expire by the database's clock, not by the nodes' clocks. Old entries are deleted from time to time
 * ({@link JdbcLedgerOptions#retention()}), positions never.
 *
 * <p>The statements that create the table by hand, which are also in the resource {@code cliqtel-ledger.sql} beside this class:
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
     * Creates a ledger with {@link JdbcLedgerOptions#DEFAULTS}.
     *
     * @param dataSource the database; never null
     * @throws LedgerException if the database can't be reached, or if the table is missing and can't be created
     */
    public JdbcLedger(DataSource dataSource) {
        this(dataSource, JdbcLedgerOptions.DEFAULTS);
    }

    /**
     * Creates a ledger.
     *
     * @param dataSource the database; never null
     * @param options the table and the retention; never null
     * @throws LedgerException if the database can't be reached, or if the table is missing and isn't or can't be created
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
        // rounded up to whole milliseconds, so that no lease is shorter than requested
        long millis = lease.plusNanos(999_999).toMillis();
        return transactions.run("claiming " + key, connection -> claim(connection, key, millis, record));
    }

    private Claim claim(Connection connection, String key, long leaseMillis, String record) throws SQLException {
        if (Statements.update(connection, sql.claimNew, key, record, leaseMillis, key) == 1) {
            return new Claim(State.NEW, "");
        }
        boolean takenOver = Statements.update(connection, sql.takeOver, leaseMillis, key) == 1;
        // with the state of a rollback, so that the transaction is repeated
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

    /** Returns the table's name. */
    @Override
    public String toString() {
        return "JdbcLedger[table=" + sql.table + "]";
    }
}
