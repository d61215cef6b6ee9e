/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.ledger;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import javax.sql.DataSource;

import com.cliqtel.camel.ledger.LedgerDatabase.Opened;
import com.cliqtel.camel.ledger.TakeStatement.Entry;

/**
 * A ledger in one table of a database: H2, PostgreSQL, MariaDB or MySQL. It outlives the process. Nodes that share the table share
 * the ledger.
 *
 * <p>The database is opened at the first call: the table is created if it is missing, and checked. A call throws a
 * {@link LedgerException} if the database can't be reached, and the next call tries again. It throws an
 * {@link UnusableDatabaseException} if the database or the table can't be used as a ledger.
 *
 * <p>Each call is one statement in auto-commit mode, and one round trip, on PostgreSQL and MariaDB. It is repeated if it conflicts
 * with another transaction, and if the connection is lost. <b>A call must never be part of the route's transaction</b>: if the
 * route rolled back, the entry would be lost although the SMS was sent. So each call runs on a thread of its own, since the
 * transactions of Spring and JTA are bound to threads. If a connection has an open transaction all the same, the call throws a
 * {@link LedgerException}. A connection pool must have connections left for the ledger: if the route holds the last one, the call
 * fails after the pool's timeout.
 *
 * <p>The result of a call outlives the process. By itself, H2 would lose the commits of the half second before the process is
 * killed. So the ledger makes H2 write before each result ({@code CHECKPOINT SYNC}), once for all calls at the same time. The
 * database user needs ADMIN rights for that. It is done at most fifty times a second, and fifty times at once after a pause, so a
 * call may take 20 ms longer than the disk does. H2 keeps outdated data for 45 seconds, so its file grows with the calls of 45
 * seconds. For a file that contains nothing else, {@code ;RETENTION_TIME=1000} in its URL keeps it small.
 *
 * <p>Leases end by the database's clock, not by the nodes' clocks. Old entries are deleted from time to time
 * ({@link JdbcLedgerOptions#retention()}), positions never.
 *
 * <p>The statements that create the table by hand are in the resources {@code cliqtel-ledger-h2.sql}, {@code
 * cliqtel-ledger-postgresql.sql}, {@code cliqtel-ledger-mariadb.sql} and {@code cliqtel-ledger-mysql.sql} beside this class.
 *
 * <p>Thread-safe.
 */
public final class JdbcLedger implements Ledger {

    // databases limit the parameters of a statement
    private static final int MOST_MESSAGES = 500;

    private final JdbcLedgerOptions options;
    private final LedgerDatabase database;

    /**
     * Creates a ledger with {@link JdbcLedgerOptions#DEFAULTS}. It doesn't connect.
     *
     * @param dataSource the database; never null
     */
    public JdbcLedger(DataSource dataSource) {
        this(dataSource, JdbcLedgerOptions.DEFAULTS);
    }

    /**
     * Creates a ledger. It doesn't connect.
     *
     * @param dataSource the database; never null
     * @param options the table and the retention; never null
     */
    public JdbcLedger(DataSource dataSource, JdbcLedgerOptions options) {
        this(dataSource, options, System::nanoTime);
    }

    JdbcLedger(DataSource dataSource, JdbcLedgerOptions options, LongSupplier nanos) {
        if (dataSource == null) {
            throw new IllegalArgumentException("no data source: the one of the ledger's database is needed");
        }
        if (options == null) {
            throw new IllegalArgumentException("no options: the table and the retention are needed");
        }
        this.options = options;
        this.database = new LedgerDatabase(dataSource, options, nanos);
    }

    @Override
    public Claim take(Hold hold, Duration lease, String record, String likeness) {
        LedgerArguments.checkTake(hold, lease, record, likeness);
        Opened opened = database.opened();
        Entry entry = new Entry(hold, millis(lease), record, likeness);
        return opened.run("taking " + hold.key(), session -> opened.take().take(session, entry));
    }

    @Override
    public boolean renew(Hold hold, Duration lease, String record) {
        LedgerArguments.checkRenew(hold, lease, record);
        LedgerSql sql = database.opened().sql();
        return update(
                "renewing " + hold.key(),
                session -> record == null
                        ? session.update(sql.renew, millis(lease), hold.key(), hold.owner())
                        : session.update(sql.renewWithRecord, millis(lease), record, hold.key(), hold.owner()));
    }

    // rounded up, so that no lease is shorter than requested
    private static long millis(Duration lease) {
        return lease.plusNanos(999_999).toMillis();
    }

    @Override
    public boolean keep(Hold hold, String record) {
        LedgerArguments.checkKeep(hold, record);
        LedgerSql sql = database.opened().sql();
        boolean kept = update(
                "keeping a record of " + hold.key(),
                session -> session.update(sql.keep, record, hold.key(), hold.owner()));
        database.opened().purge().whenDue();
        return kept;
    }

    @Override
    public void free(Hold hold) {
        LedgerArguments.check(hold);
        LedgerSql sql = database.opened().sql();
        update("freeing " + hold.key(), session -> session.update(sql.free, hold.key(), hold.owner()));
    }

    @Override
    public Closing close(Hold hold, String record, String message) {
        LedgerArguments.checkClose(hold, record, message);
        LedgerSql sql = database.opened().sql();
        try {
            boolean closed = update(
                    "closing " + hold.key(),
                    session -> session.update(sql.close, record, message, hold.key(), hold.owner()));
            database.opened().purge().whenDue();
            return closed ? Closing.CLOSED : Closing.LOST;
        } catch (LedgerException failed) {
            if (failed.getCause() instanceof SQLException refused && SqlFailure.isDuplicate(refused)) {
                return Closing.MESSAGE_TAKEN;
            }
            throw failed;
        }
    }

    @Override
    public boolean own(String key, String message) {
        LedgerArguments.checkOwn(key, message);
        Opened opened = database.opened();
        boolean mine = opened.run(
                "noting the message of " + key, session -> opened.own().own(session, key, message));
        opened.purge().whenDue();
        return mine;
    }

    @Override
    public Owners find(Collection<String> messages, String likeness) {
        LedgerArguments.checkFind(messages, likeness);
        List<String> all = List.copyOf(messages);
        Map<String, String> byMessage = new HashMap<>();
        Set<String> open = new HashSet<>();
        for (int from = 0; from == 0 || from < all.size(); from += MOST_MESSAGES) {
            List<String> some = all.subList(from, Math.min(all.size(), from + MOST_MESSAGES));
            for (String[] row : find(some, likeness)) {
                if (row[1] == null) {
                    open.add(row[0]);
                } else {
                    byMessage.put(row[1], row[0]);
                }
            }
        }
        return new Owners(byMessage, open);
    }

    private List<String[]> find(List<String> messages, String likeness) {
        Opened opened = database.opened();
        List<Object> parameters = new ArrayList<>(messages);
        parameters.add(likeness);
        parameters.add(MEMORY_OF_OPEN.toMillis());
        return opened.connections()
                .run(
                        "looking for messages",
                        session -> session.query(
                                opened.sql().find(messages.size()),
                                row -> new String[] {row.getString(1), row.getString(2)},
                                parameters.toArray()));
    }

    @Override
    public Optional<String> position(String name) {
        LedgerArguments.checkPositionName(name);
        Opened opened = database.opened();
        return opened.connections()
                .run(
                        "reading the position " + name,
                        session -> session.first(
                                opened.sql().findPosition, row -> row.getString(1), LedgerSql.POSITION + name));
    }

    @Override
    public void position(String name, String value) {
        LedgerArguments.checkPosition(name, value);
        LedgerSql sql = database.opened().sql();
        update(
                "writing the position " + name,
                session -> session.update(
                        sql.writePosition, LedgerSql.POSITION + name, "", "position", value, null, null));
    }

    private boolean update(String what, Connections.Work<Integer> work) {
        return database.opened().connections().run(what, work) > 0;
    }

    /** Returns the table's name. */
    @Override
    public String toString() {
        return "JdbcLedger[table=" + options.table() + "]";
    }
}
