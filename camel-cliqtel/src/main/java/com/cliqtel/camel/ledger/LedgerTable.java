/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

import com.cliqtel.camel.ledger.JdbcLedgerOptions.TableCreation;

/** Makes sure that the table exists, and that a ledger can use it. */
final class LedgerTable {

    private final LedgerSql sql;
    private final Transactions transactions;

    LedgerTable(LedgerSql sql, Transactions transactions) {
        this.sql = sql;
        this.transactions = transactions;
    }

    /** @throws LedgerException when the table is missing and isn't or can't be created, or when a ledger can't work on it */
    void ensure(TableCreation creation) {
        makeSureItIsThere(creation);
        Optional<String> fault = transactions.run(
                "checking the table " + sql.table, connection -> new TableCheck(sql).fault(connection));
        if (fault.isPresent()) {
            throw asExpected(
                    new LedgerException("the table " + sql.table + " can't be used as a ledger: " + fault.get(), null));
        }
    }

    // looks before it creates: a user that may write a table may not always create one
    private void makeSureItIsThere(TableCreation creation) {
        try {
            probe();
        } catch (LedgerException missing) {
            if (creation == TableCreation.BY_HAND) {
                throw asExpected(missing);
            }
            create();
        }
    }

    private void create() {
        try {
            transactions.run("creating the table " + sql.table, this::createIn);
        } catch (LedgerException failed) {
            // in PostgreSQL, IF NOT EXISTS fails for the slower of two nodes
            probeAfter(failed);
            return;
        }
        probeAfter(null);
    }

    private void probeAfter(LedgerException creation) {
        try {
            probe();
        } catch (LedgerException missing) {
            throw asExpected(creation == null ? missing : creation);
        }
    }

    private void probe() {
        transactions.run("looking at the table " + sql.table, connection -> execute(connection, sql.probe));
    }

    private Boolean createIn(Connection connection) throws SQLException {
        execute(connection, sql.createTable);
        return execute(connection, sql.createIndex);
    }

    private static Boolean execute(Connection connection, String statement) throws SQLException {
        try (Statement created = connection.createStatement()) {
            return created.execute(statement);
        }
    }

    private LedgerException asExpected(LedgerException failed) {
        return new LedgerException(failed.getMessage() + "\nThe table is made by:\n" + sql.ddl(), failed.getCause());
    }
}
