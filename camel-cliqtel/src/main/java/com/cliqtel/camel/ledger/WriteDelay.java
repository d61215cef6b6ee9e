/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.ledger;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * H2 keeps what is committed to itself for half a second before it writes it into its file: a process that is killed would
 * have forgotten its last claims, and the next one would send them again.
 */
final class WriteDelay {

    private static final String DELAY =
            "SELECT SETTING_VALUE FROM INFORMATION_SCHEMA.SETTINGS WHERE SETTING_NAME = 'WRITE_DELAY'";

    private WriteDelay() {}

    /** @throws LedgerException when there is one, and it cannot be set to none */
    static void none(Transactions transactions) {
        if (!transactions.run("asking whether H2 delays its writing", WriteDelay::isNone)) {
            try {
                transactions.run("setting WRITE_DELAY", connection -> execute(connection, "SET WRITE_DELAY 0"));
            } catch (LedgerException failed) {
                throw new LedgerException(
                        "H2 writes its file up to half a second late, so that a process that is killed forgets what it"
                                + " sent, and this user may not change that: add ;WRITE_DELAY=0 to the database's URL"
                                + " where an administrator opens it, or SET WRITE_DELAY 0 once as one",
                        failed.getCause());
            }
        }
    }

    private static boolean isNone(Connection connection) throws SQLException {
        if (!"H2".equals(connection.getMetaData().getDatabaseProductName())) {
            return true;
        }
        try (Statement statement = connection.createStatement();
                ResultSet delay = statement.executeQuery(DELAY)) {
            return !delay.next() || "0".equals(delay.getString(1));
        }
    }

    private static boolean execute(Connection connection, String statement) throws SQLException {
        try (Statement statements = connection.createStatement()) {
            return statements.execute(statement);
        }
    }
}
