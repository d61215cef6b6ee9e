/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.ledger;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.Assumptions;
import org.postgresql.ds.PGConnectionPoolDataSource;

/**
 * A real PostgreSQL on a free port of this machine, one for all tests of a JVM; it ends with the JVM.
 *
 * <p>PostgreSQL refuses to run as root. As root it is started in a user namespace of its own (by {@code unshare -U}),
 * where it is nobody; where that is not allowed, and where there is no archive of PostgreSQL for the machine, the tests
 * that need it are skipped and say so.
 */
public final class PostgresServer {

    private static final Start START = start();

    private PostgresServer() {}

    /** What came of starting it: either of the two. */
    private record Start(EmbeddedPostgres server, Throwable failure) {}

    private static Start start() {
        try {
            return new Start(
                    EmbeddedPostgres.builder()
                            .setServerConfig("fsync", "off")
                            .setServerConfig("max_connections", "100")
                            .start(),
                    null);
        } catch (IOException | RuntimeException | LinkageError notHere) {
            return new Start(null, notHere);
        }
    }

    /** Why there is none; empty when there is one. */
    public static Optional<String> missingBecause() {
        return Optional.ofNullable(START.failure).map(Throwable::toString);
    }

    /**
     * A new, empty database, for a pool; to open each connection anew, take its address and user from it.
     *
     * @throws org.opentest4j.TestAbortedException when there is no PostgreSQL: the test is skipped
     */
    public static PGConnectionPoolDataSource emptyDatabase() {
        missingBecause()
                .ifPresent(why -> Assumptions.abort(
                        "NOT TESTED on PostgreSQL, which could not be started on this machine: " + why));
        String name = "test_" + UUID.randomUUID().toString().replace("-", "");
        execute(START.server.getPostgresDatabase(), "CREATE DATABASE " + name);
        PGConnectionPoolDataSource database = new PGConnectionPoolDataSource();
        database.setServerNames(new String[] {"localhost"});
        database.setPortNumbers(new int[] {START.server.getPort()});
        database.setUser("postgres");
        database.setDatabaseName(name);
        return database;
    }

    private static void execute(DataSource database, String statement) {
        try (Connection connection = database.getConnection();
                Statement statements = connection.createStatement()) {
            statements.execute(statement);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
