/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A connection for the time of one call.
 *
 * @param connection the connection
 * @param preparation prepares each statement for its execution
 */
record Session(Connection connection, Preparation preparation) {

    /** Prepares a statement for its execution. */
    @FunctionalInterface
    interface Preparation {
        void prepare(PreparedStatement statement) throws SQLException;
    }

    /** Reads the current row of a result. */
    @FunctionalInterface
    interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Runs a statement and returns the number of rows that it wrote. */
    int update(String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = prepared(sql, parameters)) {
            return statement.executeUpdate();
        }
    }

    /** Inserts a row and returns whether it was inserted; false if a key exists already. */
    boolean insert(String sql, Object... parameters) throws SQLException {
        // a failed statement would end a transaction
        Savepoint before = connection.getAutoCommit() ? null : connection.setSavepoint();
        try {
            return update(sql, parameters) == 1;
        } catch (SQLException failed) {
            if (!SqlFailure.isDuplicate(failed)) {
                throw failed;
            }
            if (before != null) {
                connection.rollback(before);
            }
            return false;
        }
    }

    /** Runs a statement that returns rows. */
    <T> List<T> query(String sql, RowReader<T> reader, Object... parameters) throws SQLException {
        try (PreparedStatement statement = prepared(sql, parameters);
                ResultSet rows = statement.executeQuery()) {
            List<T> all = new ArrayList<>();
            while (rows.next()) {
                all.add(reader.read(rows));
            }
            return all;
        }
    }

    /** Returns the first row. */
    <T> Optional<T> first(String sql, RowReader<T> reader, Object... parameters) throws SQLException {
        return query(sql, reader, parameters).stream().findFirst();
    }

    private PreparedStatement prepared(String sql, Object... parameters) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        try {
            preparation.prepare(statement);
            for (int i = 0; i < parameters.length; i++) {
                if (parameters[i] instanceof Long number) {
                    statement.setLong(i + 1, number);
                } else {
                    statement.setString(i + 1, (String) parameters[i]);
                }
            }
            return statement;
        } catch (SQLException | RuntimeException failed) {
            statement.close();
            throw failed;
        }
    }
}
