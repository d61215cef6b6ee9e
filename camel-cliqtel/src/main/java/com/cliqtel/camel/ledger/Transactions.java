/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;

/**
 * Runs each step in a short transaction of its own. Repeats it after a conflict with another transaction, and leaves the connection
 * as it was. Thread-safe.
 */
final class Transactions {

    private static final int ATTEMPTS = 10;

    /** The SQL states of a conflict: 23505 a duplicate key, 90131 a concurrent update in H2. */
    private static final Set<String> CONFLICTS = Set.of("23505", "90131");

    private final DataSource dataSource;
    private final UninterruptedExecutor thread;
    private final boolean autoCommit;
    private final DiskFlush flush;

    /** A step between the begin and the commit of a transaction. */
    @FunctionalInterface
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    private Transactions(DataSource dataSource, UninterruptedExecutor thread, Properties properties) {
        this.dataSource = dataSource;
        this.thread = thread;
        this.autoCommit = properties.autoCommit;
        this.flush = properties.flush;
    }

    /** The properties of the data source's connections outside of a transaction. */
    private record Properties(boolean autoCommit, DiskFlush flush) {}

    /** Takes a connection of the data source to read its properties. */
    static Transactions over(DataSource dataSource) {
        UninterruptedExecutor thread = new UninterruptedExecutor();
        return new Transactions(dataSource, thread, thread.call(() -> properties(dataSource)));
    }

    private static Properties properties(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            return new Properties(connection.getAutoCommit(), DiskFlush.of(connection));
        } catch (SQLException failed) {
            throw SqlFailure.of("connecting to the ledger's database", failed);
        } catch (RuntimeException failed) {
            throw new LedgerException("connecting to the ledger's database failed: " + failed, failed);
        }
    }

    /**
     * Does the work, commits it, and makes the commit outlive the process.
     *
     * @param what the operation, for exceptions; never contains a record
     * @throws LedgerException if the work fails, or if the connection has an open transaction
     */
    <T> T run(String what, Work<T> work) {
        return thread.call(() -> tried(what, work));
    }

    private <T> T tried(String what, Work<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return once(work);
            } catch (SQLException failed) {
                if (attempt == ATTEMPTS || !isConflict(failed)) {
                    throw SqlFailure.of(what, failed);
                }
                pause(attempt);
            } catch (RuntimeException failed) {
                // connection pools throw these too
                throw new LedgerException(what + " failed: " + failed.getClass().getName(), failed);
            }
        }
    }

    private <T> T once(Work<T> work) throws SQLException {
        Connection connection = dataSource.getConnection();
        try {
            refuseInsideATransaction(connection);
            if (autoCommit) {
                connection.setAutoCommit(false);
            }
            T result = committed(work, connection);
            if (autoCommit) {
                connection.setAutoCommit(true);
            }
            return result;
        } finally {
            closeQuietly(connection);
        }
    }

    private void refuseInsideATransaction(Connection connection) throws SQLException {
        if (autoCommit && !connection.getAutoCommit()) {
            throw new SQLException("the data source gave a connection in the middle of a transaction, with which the"
                    + " claim could be rolled back: give the ledger a data source that is not bound to the route's"
                    + " transaction");
        }
    }

    private <T> T committed(Work<T> work, Connection connection) throws SQLException {
        try {
            T result = work.on(connection);
            connection.commit();
            flush.after(connection);
            return result;
        } catch (SQLException | RuntimeException | Error failed) {
            rollBack(connection, failed);
            throw failed;
        }
    }

    // in this order, and not further after a failure: switching auto-commit on commits an open transaction
    private void rollBack(Connection connection, Throwable because) {
        try {
            connection.rollback();
            if (autoCommit) {
                connection.setAutoCommit(true);
            }
        } catch (SQLException alsoFailed) {
            because.addSuppressed(alsoFailed);
        }
    }

    // a failure to close doesn't undo the commit
    private static void closeQuietly(Connection connection) {
        try {
            connection.close();
        } catch (SQLException ignored) {
            // nothing to be done about it
        }
    }

    private static boolean isConflict(SQLException failed) {
        String state = String.valueOf(failed.getSQLState());
        return state.startsWith("40") || CONFLICTS.contains(state);
    }

    private static void pause(int attempt) {
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(attempt * TimeUnit.MILLISECONDS.toNanos(5)));
    }
}
