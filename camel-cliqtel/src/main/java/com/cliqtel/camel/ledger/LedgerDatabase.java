/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.ledger;

import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import javax.sql.DataSource;

/** The database of a ledger, opened at the first call. Thread-safe. */
final class LedgerDatabase {

    private final DataSource dataSource;
    private final JdbcLedgerOptions options;
    private final LongSupplier nanos;
    private final UninterruptedExecutor thread = new UninterruptedExecutor();
    private final AtomicReference<CompletableFuture<Opened>> opening = new AtomicReference<>();

    /** What a call needs. */
    record Opened(Connections connections, LedgerSql sql, TakeStatement take, OwnStatement own, Purge purge) {

        /** A statement that returns empty if another transaction has come in between. */
        @FunctionalInterface
        interface Attempt<T> {
            Optional<T> on(Session session) throws SQLException;
        }

        /** Runs a statement, and repeats it if another transaction has come in between. */
        <T> T run(String what, Attempt<T> attempt) {
            return connections.run(what, session -> attempt.on(session)
                    // with the state of a conflict, after which it is repeated
                    .orElseThrow(
                            () -> new SQLTransactionRollbackException("the entry was changed meanwhile", "40001")));
        }
    }

    LedgerDatabase(DataSource dataSource, JdbcLedgerOptions options, LongSupplier nanos) {
        this.dataSource = dataSource;
        this.options = options;
        this.nanos = nanos;
    }

    /**
     * Opens the database, or waits until another caller has. All callers that wait get the same result; if it is a failure, the
     * next caller tries again.
     *
     * @throws LedgerException when the database fails
     * @throws UnusableDatabaseException when the database or the table can't be used
     */
    Opened opened() {
        CompletableFuture<Opened> mine = new CompletableFuture<>();
        CompletableFuture<Opened> found = opening.compareAndExchange(null, mine);
        if (found == null) {
            found = mine;
            try {
                mine.complete(open());
            } catch (RuntimeException | Error failed) {
                opening.set(null);
                mine.completeExceptionally(failed);
            }
        }
        try {
            return found.join();
        } catch (CompletionException failed) {
            throw UninterruptedExecutor.unwrapped(failed);
        }
    }

    private Opened open() {
        Connections connections = Connections.over(dataSource, thread);
        LedgerSql sql = new LedgerSql(connections.dialect(), options.table());
        new LedgerTable(sql, connections).ensure(options.creation());
        return new Opened(
                connections,
                sql,
                connections.dialect().take(sql.table),
                connections.dialect().own(sql.table),
                new Purge(sql, connections, options.retention(), nanos));
    }
}
