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
 * Runs each piece of work in a short transaction of its own, again when it met another one, and leaves the connection as
 * it was.
 */
final class Transactions {

    private static final int ATTEMPTS = 10;

    /** Another transaction wrote the same: 23505 a key is there already, 90131 H2's concurrent update. */
    private static final Set<String> MET_ANOTHER = Set.of("23505", "90131");

    private final DataSource dataSource;
    private final OwnThread thread;
    private final boolean autoCommit;
    private final DiskFlush flush;

    /** What is done on a connection between begin and commit. */
    @FunctionalInterface
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    private Transactions(DataSource dataSource, OwnThread thread, Found found) {
        this.dataSource = dataSource;
        this.thread = thread;
        this.autoCommit = found.autoCommit;
        this.flush = found.flush;
    }

    /** What the data source's connections are like when nobody has begun a transaction. */
    private record Found(boolean autoCommit, DiskFlush flush) {}

    /** Asks the data source for a connection, to see what it gives. */
    static Transactions over(DataSource dataSource) {
        OwnThread thread = new OwnThread();
        return new Transactions(dataSource, thread, thread.call(() -> look(dataSource)));
    }

    private static Found look(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            return new Found(connection.getAutoCommit(), DiskFlush.of(connection));
        } catch (SQLException failed) {
            throw SqlFailure.of("connecting to the ledger's database", failed);
        } catch (RuntimeException failed) {
            throw new LedgerException("connecting to the ledger's database failed: " + failed, failed);
        }
    }

    /**
     * Does the work, commits it, and sees to it that what was committed outlives the process.
     *
     * @param what for the exception: what was tried, without records
     * @throws LedgerException when it cannot, or its connection is in the middle of somebody else's transaction
     */
    <T> T run(String what, Work<T> work) {
        return thread.call(() -> tried(what, work));
    }

    private <T> T tried(String what, Work<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return once(work);
            } catch (SQLException failed) {
                if (attempt == ATTEMPTS || !metAnother(failed)) {
                    throw SqlFailure.of(what, failed);
                }
                pause(attempt);
            } catch (RuntimeException failed) {
                // pools throw these too
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

    // in this order, and no further when the first fails: switching auto-commit on commits what is open
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

    // what was committed stays so, whatever closing says
    private static void closeQuietly(Connection connection) {
        try {
            connection.close();
        } catch (SQLException ignored) {
            // nothing to be done about it
        }
    }

    private static boolean metAnother(SQLException failed) {
        String state = String.valueOf(failed.getSQLState());
        return state.startsWith("40") || MET_ANOTHER.contains(state);
    }

    private static void pause(int attempt) {
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(attempt * TimeUnit.MILLISECONDS.toNanos(5)));
    }
}
