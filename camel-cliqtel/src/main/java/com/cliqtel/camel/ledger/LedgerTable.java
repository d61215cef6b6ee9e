/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.ledger;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

import com.cliqtel.camel.ledger.JdbcLedgerOptions.TableCreation;

/** Makes sure that the table exists, and that a ledger can use it. */
final class LedgerTable {

    private final LedgerSql sql;
    private final Connections connections;

    LedgerTable(LedgerSql sql, Connections connections) {
        this.sql = sql;
        this.connections = connections;
    }

    /**
     * Looks at the table, and creates it if it is missing.
     *
     * @throws UnusableDatabaseException when the table is missing and isn't or can't be created, or when a ledger can't use it
     * @throws LedgerException when the database fails, and may work later
     */
    void ensure(TableCreation creation) {
        if (isMissing()) {
            if (creation == TableCreation.BY_HAND) {
                throw unusable("is missing; it is created by:\n" + sql.script(), null);
            }
            create();
        }
        Optional<String> fault = connections.run(
                "checking the table " + sql.table,
                session -> new TableCheck(sql, connections.dialect(), session).fault());
        fault.ifPresent(what -> {
            throw unusable(what + "\nA ledger's table is created by:\n" + sql.script(), null);
        });
    }

    // before it creates the table, since a user that may write a table may not always create one
    private boolean isMissing() {
        return connections.run("looking at the table " + sql.table, session -> {
            try {
                session.query(sql.probe, row -> row);
                return false;
            } catch (SQLException failed) {
                if (SqlFailure.isMissingTable(failed)) {
                    return true;
                }
                if (SqlFailure.isMissingColumn(failed)) {
                    throw unusable(
                            "lacks a column: " + failed.getMessage() + "\nIt is created by:\n" + sql.script(), failed);
                }
                if (SqlFailure.isMissingRight(failed)) {
                    throw unusable("can't be read: " + missingRights(session), failed);
                }
                throw failed;
            }
        });
    }

    private void create() {
        connections.run("creating the table " + sql.table, session -> {
            try (Statement statement = session.connection().createStatement()) {
                for (String each : sql.ddl) {
                    statement.execute(each);
                }
                return true;
            } catch (SQLException failed) {
                if (SqlFailure.isMissingRight(failed)) {
                    throw unusable(
                            "is missing, and this user may not create it (SQLState " + failed.getSQLState()
                                    + "). Grant the right, or let an administrator create it by:\n" + sql.script(),
                            failed);
                }
                // in PostgreSQL, IF NOT EXISTS fails for the slower of two nodes
                return created(session, failed);
            }
        });
    }

    private boolean created(Session session, SQLException failed) throws SQLException {
        try {
            session.query(sql.probe, row -> row);
            return true;
        } catch (SQLException missing) {
            throw failed;
        }
    }

    private String missingRights(Session session) {
        return new TableCheck(sql, connections.dialect(), session).missingRights();
    }

    private UnusableDatabaseException unusable(String what, SQLException cause) {
        return new UnusableDatabaseException("The ledger's table " + sql.table + " " + what, cause);
    }
}
