/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.ledger;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import javax.sql.ConnectionPoolDataSource;
import javax.sql.DataSource;

import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.jdbcx.JdbcDataSource;

/** Empty databases for tests, and a pool to put before them as in an application. */
public final class Databases {

    private Databases() {}

    /** H2 in memory, until the JVM ends. */
    public static ConnectionPoolDataSource h2InMemory() {
        return h2("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    }

    /** H2 in a file of this folder, which is closed with the last connection. */
    public static ConnectionPoolDataSource h2InAFile(Path folder) {
        return h2("jdbc:h2:file:" + folder.resolve("ledger"));
    }

    /** PostgreSQL; the test is skipped where there is none. */
    public static ConnectionPoolDataSource postgreSql() {
        return PostgresServer.emptyDatabase();
    }

    /** MariaDB; the test is skipped where there is none. */
    public static ConnectionPoolDataSource mariaDb() {
        return MariaDbServer.emptyDatabase();
    }

    /** H2's pool takes any database's connections; to be disposed of. */
    public static JdbcConnectionPool pool(ConnectionPoolDataSource database) {
        JdbcConnectionPool pool = JdbcConnectionPool.create(database);
        pool.setMaxConnections(20);
        return pool;
    }

    private static ConnectionPoolDataSource h2(String url) {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL(url);
        return database;
    }

    /** Runs one statement, and commits it. */
    public static void execute(DataSource database, String statement) {
        try (Connection connection = database.getConnection();
                Statement statements = connection.createStatement()) {
            statements.execute(statement);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
