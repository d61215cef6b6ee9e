/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.soak;

import java.nio.file.Path;
import java.sql.SQLException;

import org.h2.tools.Server;

/**
 * The database of the ledger, which lives in this process, so that its caches are no part of what is watched: the application
 * reaches it over TCP, as it would any other database.
 */
final class LedgerServer implements AutoCloseable {

    private static final String HOST = "127.0.0.1";
    private static final String ANY_PORT = "0";

    private final Server server;
    private final Path file;

    /**
     * Starts it.
     *
     * @param file of the database, without its ending; made when it isn't there
     */
    LedgerServer(Path file) throws SQLException {
        this.file = file.toAbsolutePath();
        server = Server.createTcpServer("-tcpPort", ANY_PORT, "-ifNotExists").start();
    }

    String url() {
        return "jdbc:h2:tcp://" + HOST + ":" + server.getPort() + "/" + file;
    }

    @Override
    public void close() {
        server.stop();
    }
}
