/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;

/**
 * Runs each call on a connection and a thread of its own. Repeats it after a conflict with another transaction and after a lost
 * connection, since each call has the same result if it is repeated. Thread-safe.
 */
final class Connections {

    private static final int ATTEMPTS = 100;
    private static final int ATTEMPTS_AT_A_CONNECTION = 6;
    private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final DataSource dataSource;
    private final UninterruptedExecutor thread;
    private final SqlDialect dialect;
    private final boolean autoCommit;
    private final DiskFlush flush;

    /** The statements of a call. */
    @FunctionalInterface
    interface Work<T> {
        T on(Session session) throws SQLException;
    }

    private Connections(DataSource dataSource, UninterruptedExecutor thread, Connection first) throws SQLException {
        this.dataSource = dataSource;
        this.thread = thread;
        this.dialect = SupportedDatabases.dialect(first);
        this.autoCommit = first.getAutoCommit();
        this.flush = DiskFlush.of(first);
    }

    /**
     * Takes a connection to find out about the database.
     *
     * @throws LedgerException if there is none
     * @throws UnusableDatabaseException if the database isn't supported
     */
    static Connections over(DataSource dataSource, UninterruptedExecutor thread) {
        return thread.call(() -> {
            try (Connection connection = dataSource.getConnection()) {
                return new Connections(dataSource, thread, connection);
            } catch (SQLException failed) {
                throw SqlFailure.of("connecting to the ledger's database", failed);
            } catch (UnusableDatabaseException unsupported) {
                throw unsupported;
            } catch (RuntimeException failed) {
                throw new LedgerException("connecting to the ledger's database failed: " + failed, failed);
            }
        });
    }

    SqlDialect dialect() {
        return dialect;
    }

    /**
     * Does the work and makes its result outlive the process.
     *
     * @param what the operation, for exceptions; never contains a record
     * @throws LedgerException if the work fails, or if the connection has an open transaction
     */
    <T> T run(String what, Work<T> work) {
        return thread.call(() -> {
            try {
                return tried(work);
            } catch (SQLException failed) {
                throw SqlFailure.of(what, failed);
            } catch (LedgerException | UnusableDatabaseException failed) {
                throw failed;
            } catch (RuntimeException failed) {
                // connection pools throw these too
                throw new LedgerException(what + " failed: " + failed.getClass().getName(), failed);
            }
        });
    }

    private <T> T tried(Work<T> work) throws SQLException {
        long began = System.nanoTime();
        for (int attempt = 1; ; attempt++) {
            try {
                return once(work);
            } catch (SQLException failed) {
                boolean lost = SqlFailure.isLostConnection(failed) && attempt < ATTEMPTS_AT_A_CONNECTION;
                boolean again = lost || SqlFailure.isConflict(failed) && attempt < ATTEMPTS;
                if (!again || System.nanoTime() - began > LONGEST_NANOS) {
                    throw failed;
                }
                pause(lost ? 20 * attempt : attempt);
            }
        }
    }

    private <T> T once(Work<T> work) throws SQLException {
        Connection connection = dataSource.getConnection();
        try {
            refuseInsideATransaction(connection);
            T result = committed(work, connection);
            flush.after(connection);
            return result;
        } finally {
            closeQuietly(connection);
        }
    }

    private void refuseInsideATransaction(Connection connection) throws SQLException {
        if (autoCommit && !connection.getAutoCommit()) {
            throw new SQLException("the data source gave a connection in the middle of a transaction, with which the"
                    + " entry could be rolled back: give the ledger a data source that is not bound to the route's"
                    + " transaction");
        }
    }

    private <T> T committed(Work<T> work, Connection connection) throws SQLException {
        if (autoCommit) {
            return work.on(new Session(connection, dialect::prepare));
        }
        try {
            T result = work.on(new Session(connection, dialect::prepare));
            connection.commit();
            return result;
        } catch (SQLException | RuntimeException | Error failed) {
            rollBack(connection, failed);
            throw failed;
        }
    }

    private static void rollBack(Connection connection, Throwable because) {
        try {
            connection.rollback();
        } catch (SQLException alsoFailed) {
            because.addSuppressed(alsoFailed);
        }
    }

    // a failure to close doesn't undo the call
    private static void closeQuietly(Connection connection) {
        try {
            connection.close();
        } catch (SQLException ignored) {
            // nothing to be done about it
        }
    }

    private static void pause(int steps) {
        LockSupport.parkNanos(
                ThreadLocalRandom.current().nextLong(Math.min(steps, 100) * TimeUnit.MILLISECONDS.toNanos(5)));
    }
}
