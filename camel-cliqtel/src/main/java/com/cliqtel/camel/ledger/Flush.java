/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Sees to it that what was committed is on the disk. H2 says of a commit that it is done and writes it up to half a second
 * later: a killed process would have forgotten its claims. H2's {@code WRITE_DELAY} is no help, for it is forgotten when
 * the database is closed, as it is with its last connection.
 */
enum Flush {
    BY_COMMIT {
        @Override
        void after(Connection committed) {}
    },
    BY_CHECKPOINT {
        @Override
        void after(Connection committed) throws SQLException {
            try (Statement statement = committed.createStatement()) {
                statement.execute("CHECKPOINT SYNC");
            }
            committed.commit();
        }
    };

    abstract void after(Connection committed) throws SQLException;

    static Flush of(Connection connection) throws SQLException {
        return connection.getMetaData().getDatabaseProductName().equals("H2") ? BY_CHECKPOINT : BY_COMMIT;
    }
}
