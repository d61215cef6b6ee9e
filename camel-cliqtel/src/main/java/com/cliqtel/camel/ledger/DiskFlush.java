/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.ledger;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Writes committed data to the disk. H2 confirms a commit and writes it up to half a second later, so a killed process would lose
 * its claims. H2's setting {@code WRITE_DELAY} doesn't help, since H2 loses it when the last connection is closed.
 */
@FunctionalInterface
interface DiskFlush {

    /** Does nothing: the database writes at each commit, or is in memory. */
    DiskFlush BY_COMMIT = committed -> {};

    /**
     * Returns when everything that was committed before the call is on the disk.
     *
     * @param committed a connection without an open transaction
     */
    void after(Connection committed) throws SQLException;

    /** Returns what the database of a connection needs. */
    static DiskFlush of(Connection connection) throws SQLException {
        String url = String.valueOf(connection.getMetaData().getURL());
        boolean inMemory = url.startsWith("jdbc:h2:mem:");
        boolean h2 = connection.getMetaData().getDatabaseProductName().equals("H2");
        return h2 && !inMemory ? new SharedCheckpoint(DiskFlush::checkpoint, new CheckpointPace())::after : BY_COMMIT;
    }

    private static void checkpoint(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("CHECKPOINT SYNC");
        }
        connection.commit();
    }
}
