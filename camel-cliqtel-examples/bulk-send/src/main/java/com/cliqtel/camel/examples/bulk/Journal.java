/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.examples.bulk;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

import com.cliqtel.camel.ledger.JdbcLedger;
import com.cliqtel.camel.ledger.Ledger;
import org.h2.jdbcx.JdbcConnectionPool;

/**
 * What came of which row, kept in a file beside the recipients, with the component's ledger, over runs and crashes. One process
 * at a time can have it open. Thread-safe.
 */
final class Journal implements AutoCloseable {

    private static final String TABLE = "create table if not exists result (name varchar(500) primary key,"
            + " state varchar(10), message bigint, recipient varchar(20), segments int, cost decimal(20, 6),"
            + " currency varchar(3), reason varchar(1000))";
    private static final String COLUMNS = "state, message, recipient, segments, cost, currency, reason";

    private final JdbcConnectionPool pool;
    private final Ledger ledger;

    private Journal(JdbcConnectionPool pool) {
        this.pool = pool;
        this.ledger = new JdbcLedger(pool);
    }

    /** @throws SQLException when another process has it open, or it cannot be written */
    static Journal in(Path file) throws SQLException {
        JdbcConnectionPool pool = JdbcConnectionPool.create(
                "jdbc:h2:file:" + file.toAbsolutePath() + ";DB_CLOSE_ON_EXIT=FALSE", "sa", "");
        pool.setMaxConnections(30);
        try (Connection connection = pool.getConnection()) {
            connection.createStatement().execute(TABLE);
        }
        return new Journal(pool);
    }

    /** For the component: what it notes of each send is beside our results. */
    Ledger ledger() {
        return ledger;
    }

    void note(Row row, Result result) throws SQLException {
        try (Connection connection = pool.getConnection();
                PreparedStatement merge = connection.prepareStatement(
                        "merge into result (name, " + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?)")) {
            merge.setString(1, row.key());
            merge.setString(2, result.state());
            merge.setObject(3, result.message());
            merge.setString(4, result.to());
            merge.setObject(5, result.segments());
            merge.setBigDecimal(6, result.cost());
            merge.setString(7, result.currency());
            merge.setString(8, result.reason());
            merge.executeUpdate();
        }
    }

    /** What came of it; nothing while it is open. */
    Optional<Result> of(Row row) throws SQLException {
        try (Connection connection = pool.getConnection();
                PreparedStatement query =
                        connection.prepareStatement("select " + COLUMNS + " from result where name = ?")) {
            query.setString(1, row.key());
            ResultSet found = query.executeQuery();
            return found.next() ? Optional.of(result(found)) : Optional.empty();
        }
    }

    private static Result result(ResultSet found) throws SQLException {
        return new Result(
                found.getString(1),
                found.getObject(2, Long.class),
                found.getString(3),
                found.getObject(4, Integer.class),
                found.getObject(5, BigDecimal.class),
                found.getString(6),
                found.getString(7));
    }

    /** Opens again what was refused: the file may have been mended since. */
    void forgetRefusals() throws SQLException {
        try (Connection connection = pool.getConnection()) {
            connection.createStatement().execute("delete from result where state = 'refused'");
        }
    }

    @Override
    public void close() throws SQLException {
        try (Connection connection = pool.getConnection()) {
            connection.createStatement().execute("shutdown");
        } finally {
            pool.dispose();
        }
    }
}
