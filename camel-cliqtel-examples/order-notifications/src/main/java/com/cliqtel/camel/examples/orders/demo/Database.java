/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.examples.orders.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.h2.tools.Server;

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
            return h2(directory, "H2, for PostgreSQL does not run here (" + why + ")");
        }
    }

    /** A file of H2, served by this process. */
    static Database h2(Path directory, String name) {
        try {
            Server server =
                    Server.createTcpServer("-tcpPort", "0", "-ifNotExists").start();
            String url = "jdbc:h2:tcp://127.0.0.1:" + server.getPort() + "/"
                    + directory.resolve("shop").toAbsolutePath();
            return new Database(name, url, server::stop);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Override
    public void close() throws Exception {
        end.close();
    }
}
