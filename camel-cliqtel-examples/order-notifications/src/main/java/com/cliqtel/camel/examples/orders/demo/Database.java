/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.examples.orders.demo;

import java.io.IOException;
import java.nio.file.Path;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/**
 * A database that outlives the shop: a real PostgreSQL, which is in an archive on the class path; or, where that cannot run,
 * a file of H2.
 *
 * @param name for people
 * @param url for JDBC
 * @param end what ends it
 */
record Database(String name, String url, AutoCloseable end) implements AutoCloseable {

    /** The best there is on this machine. */
    static Database start(Path directory) {
        try {
            EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "100")
                    .start();
            String url = "jdbc:postgresql://localhost:" + postgres.getPort() + "/postgres?user=postgres";
            return new Database("PostgreSQL at port " + postgres.getPort(), url, postgres);
        } catch (IOException | RuntimeException | LinkageError notHere) {
            String why =
                    String.valueOf(notHere.getMessage()).lines().findFirst().orElse("");
            return new Database(
                    "H2, for PostgreSQL does not run here (" + why + ")",
                    "jdbc:h2:file:" + directory.resolve("shop").toAbsolutePath(),
                    () -> {});
        }
    }

    @Override
    public void close() throws Exception {
        end.close();
    }
}
