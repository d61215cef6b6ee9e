/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.databases;

import java.io.IOException;
import java.util.Optional;
import java.util.function.BiConsumer;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/**
 * A PostgreSQL server on a free port with one table for all rounds. PostgreSQL refuses to run as root, so it is then started in a user
 * namespace of its own. It ends when it is closed, or with this process.
 */
public final class PostgresDatabase implements LedgerDatabases {

    private final EmbeddedPostgres server;

    private PostgresDatabase(EmbeddedPostgres server) {
        this.server = server;
    }

    /** Starts one; empty, having told why, where that cannot be done. */
    public static Optional<LedgerDatabases> start(BiConsumer<String, Throwable> missing) {
        try {
            return Optional.of(new PostgresDatabase(EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "200")
                    .start()));
        } catch (IOException | RuntimeException | LinkageError notHere) {
            missing.accept("PostgreSQL", notHere);
            return Optional.empty();
        }
    }

    @Override
    public String next() {
        return "jdbc:postgresql://localhost:" + server.getPort() + "/postgres?user=postgres";
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    @Override
    public String toString() {
        return "PostgreSQL";
    }
}
