/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Runs SQL statements with parameters. */
final class Statements {

    /** The state and the record of an entry. */
    record Row(String state, String record) {}

    private Statements() {}

    /** Runs a statement and returns the number of rows that it wrote. */
    static int update(Connection connection, String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = prepared(connection, sql, parameters)) {
            return statement.executeUpdate();
        }
    }

    /** Returns the row with a name, by a statement that selects state and record. */
    static Optional<Row> find(Connection connection, String sql, String name) throws SQLException {
        try (PreparedStatement statement = prepared(connection, sql, name);
                ResultSet rows = statement.executeQuery()) {
            return rows.next() ? Optional.of(new Row(rows.getString(1), rows.getString(2))) : Optional.empty();
        }
    }

    /** The time that a statement selects. */
    static Optional<OffsetDateTime> time(Connection connection, String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = prepared(connection, sql, parameters);
                ResultSet rows = statement.executeQuery()) {
            return rows.next() ? Optional.of(rows.getObject(1, OffsetDateTime.class)) : Optional.empty();
        }
    }

    private static PreparedStatement prepared(Connection connection, String sql, Object... parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }
}
