/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

import com.cliqtel.camel.ledger.Transactions.Work;

/**
 * H2 keeps what is committed to itself for half a second before it writes it into its file: a process that is killed would
 * have forgotten its last claims, and the next one would send them again.
 */
final class WriteDelay {

    private WriteDelay() {}

    /**
     * What each transaction begins with, so that what it commits is written at once. Once would not do: H2 (2.4.240) says
     * of a file that is opened again that the delay is still 0, and delays.
     *
     * @param connection to the database, outside of a transaction
     * @throws LedgerException when this user may not set it
     */
    static Work<?> none(Connection connection) throws SQLException {
        if (!"H2".equals(connection.getMetaData().getDatabaseProductName())) {
            return other -> true;
        }
        try {
            setToNone(connection);
        } catch (SQLException refused) {
            throw new LedgerException(
                    "H2 writes its file up to half a second late, so that a process that is killed forgets what it sent,"
                            + " and the ledger's user may not change that (SET WRITE_DELAY 0): make it an"
                            + " administrator of this database (ALTER USER … ADMIN TRUE)",
                    refused);
        }
        return WriteDelay::setToNone;
    }

    private static boolean setToNone(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.execute("SET WRITE_DELAY 0");
        }
    }
}
