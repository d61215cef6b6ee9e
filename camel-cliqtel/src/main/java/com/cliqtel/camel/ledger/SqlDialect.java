/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.ledger;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** The statements in which the supported databases differ. Thread-safe. */
abstract class SqlDialect {

    /** Returns the name by which documents call the database. */
    abstract String name();

    /** Returns the current time, as a term. */
    abstract String now();

    /** Returns the time in as many milliseconds from now as a parameter says, as a term. */
    abstract String inMillis();

    /** Returns the time as many milliseconds ago as a parameter says, as a term. */
    abstract String millisAgo();

    /** Returns the statements that create the table and its indexes unless they exist. */
    abstract List<String> ddl(String table);

    /** Returns the names of the types of a time that don't depend on a session's time zone, in upper case; empty for any. */
    abstract List<String> timeTypes();

    /** Returns a statement that inserts a row of {@link LedgerSql#COLUMNS}, or changes the record and time of the row with its name. */
    abstract String upsert(String table);

    /** Returns a statement that deletes old entries, at most {@value Purge#BATCH}. Its parameters are twice an age in milliseconds. */
    abstract String deleteOld(String table);

    /** Takes an entry, and returns empty if another transaction has come in between. */
    abstract TakeStatement take(String table);

    /** Closes an entry that was never taken, and returns empty if another transaction has come in between. */
    abstract OwnStatement own(String table);

    /** Prepares a statement for its execution. */
    void prepare(PreparedStatement statement) throws SQLException {}

    final String old() {
        return "created_at < " + millisAgo() + " AND ends_at < " + millisAgo() + " AND state <> 'position'";
    }

    static String index(String table, String column) {
        return table.substring(table.indexOf('.') + 1) + "_" + column;
    }

    @Override
    public final String toString() {
        return name();
    }
}
