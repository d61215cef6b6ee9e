/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.ledger;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import com.cliqtel.camel.ledger.Statements.Row;

/**
 * Tries the ledger's operations on a table, in a transaction that is rolled back. A table that was created by hand may lack
 * its key or have shorter columns, and a database may be configured to store texts in another way.
 */
final class TableCheck {

    private static final String RECORD = "r".repeat(64_000);
    private static final long LEASE_MILLIS = 3_600_000;

    private final LedgerSql sql;
    private final String key;

    TableCheck(LedgerSql sql) {
        this.sql = sql;
        String unique = "check:" + UUID.randomUUID();
        this.key = unique + "k".repeat(Ledger.MAX_KEY_LENGTH - unique.length());
    }

    /** Returns what is wrong with the table; empty when a ledger can work on it. */
    Optional<String> fault(Connection connection) throws SQLException {
        try {
            return found(connection).map(fault -> fault + mode(connection));
        } finally {
            connection.rollback();
        }
    }

    private Optional<String> found(Connection connection) throws SQLException {
        try {
            Statements.update(connection, sql.claimNew, key, RECORD, LEASE_MILLIS, key);
            if (!isThere(connection, "work", RECORD)
                    || Statements.update(connection, sql.takeOver, LEASE_MILLIS, key) != 0) {
                return Optional.of("it doesn't return what is stored");
            }
            Statements.update(connection, sql.abandon, "", key);
            if (!isThere(connection, "abandoned", "")) {
                return Optional.of("it doesn't return an empty text as it was stored");
            }
            // from now on its time differs from that of a new row
            if (Statements.update(connection, sql.takeOver, LEASE_MILLIS, key) != 1) {
                return Optional.of("it doesn't return what is stored");
            }
            Statements.update(connection, sql.insertPosition, key, "");
            String otherCase = key.toUpperCase(Locale.ROOT);
            if (Statements.update(connection, sql.claimNew, otherCase, "", LEASE_MILLIS, otherCase) != 1) {
                return Optional.of("it treats two keys that differ only in case as one");
            }
        } catch (SQLException refused) {
            return Optional.of("it doesn't accept what a ledger stores (SQLState " + refused.getSQLState() + ", "
                    + meaning(refused) + ")");
        }
        return hasTimeZone(connection) ? withoutKey(connection) : Optional.of("the column ends_at has no time zone");
    }

    private boolean isThere(Connection connection, String state, String record) throws SQLException {
        return Statements.find(connection, sql.find, key)
                .filter(new Row(state, record)::equals)
                .isPresent();
    }

    private static String meaning(SQLException refused) {
        String state = String.valueOf(refused.getSQLState());
        return switch (state) {
            case "22001" -> "a column is too short";
            case "23502" -> "an empty text is stored as NULL, or a further column must not be NULL";
            case "23505" -> "the primary key has too few columns, or ignores case";
            default -> "error " + refused.getErrorCode();
        };
    }

    private boolean hasTimeZone(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet none = statement.executeQuery(sql.probe)) {
            String type = none.getMetaData().getColumnTypeName(5).toUpperCase(Locale.ROOT);
            return type.contains("WITH TIME ZONE") || type.equals("TIMESTAMPTZ");
        }
    }

    // last, since PostgreSQL ends the transaction at the violation
    private Optional<String> withoutKey(Connection connection) {
        try {
            Statements.update(connection, sql.insertDone, key, "");
            return Optional.of(
                    "it has no primary key or unique constraint on exactly the columns kind and name, so two nodes could claim"
                            + " the same key");
        } catch (SQLException violation) {
            return Optional.empty();
        }
    }

    private static String mode(Connection connection) {
        try {
            connection.rollback();
            if (!connection.getMetaData().getDatabaseProductName().equals("H2")) {
                return "";
            }
            try (Statement statement = connection.createStatement();
                    ResultSet mode = statement.executeQuery(
                            "SELECT SETTING_VALUE FROM INFORMATION_SCHEMA.SETTINGS WHERE SETTING_NAME = 'MODE'")) {
                return mode.next()
                        ? ". The database is H2 in MODE=" + mode.getString(1)
                                + ": use MODE=REGULAR or MODE=PostgreSQL, without IGNORECASE"
                        : "";
            }
        } catch (SQLException unknown) {
            return "";
        }
    }
}
