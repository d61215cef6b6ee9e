/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.ledger;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Sees to it that what was committed is on the disk. H2 says of a commit that it is done and writes it up to half a second
 * later: a killed process would have forgotten its claims. H2's {@code WRITE_DELAY} is no help, for it is forgotten when
 * the database is closed, as it is with its last connection.
 */
@FunctionalInterface
interface DiskFlush {

    /** What the database does by itself, or nothing where it lives in memory. */
    DiskFlush BY_COMMIT = committed -> {};

    /**
     * Returns when all that was committed before the call is on the disk.
     *
     * @param committed a connection that has nothing open
     */
    void after(Connection committed) throws SQLException;

    /** What this connection's database needs. */
    static DiskFlush of(Connection connection) throws SQLException {
        String url = String.valueOf(connection.getMetaData().getURL());
        boolean inMemory = url.startsWith("jdbc:h2:mem:");
        boolean h2 = connection.getMetaData().getDatabaseProductName().equals("H2");
        return h2 && !inMemory ? new SharedCheckpoint(DiskFlush::checkpoint, new CheckpointPace()) : BY_COMMIT;
    }

    private static void checkpoint(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("CHECKPOINT SYNC");
        }
        connection.commit();
    }
}
