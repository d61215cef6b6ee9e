/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.ledger;

import java.sql.SQLException;

/** Makes the exception for a failed statement. A database's message may quote values, and so a record: it is then left out. */
final class SqlFailure {

    private SqlFailure() {}

    static LedgerException of(String what, SQLException failed) {
        SQLException shown = quotesValues(failed) ? withoutValues(failed) : failed;
        return new LedgerException(
                what + " failed: SQLState " + shown.getSQLState() + ", error " + shown.getErrorCode() + ": "
                        + shown.getMessage(),
                shown);
    }

    // SQLState classes 22, data exception, and 23, integrity constraint violation
    private static boolean quotesValues(SQLException failed) {
        String state = failed.getSQLState();
        return state != null && (state.startsWith("22") || state.startsWith("23"));
    }

    private static SQLException withoutValues(SQLException failed) {
        SQLException shown = new SQLException(
                "the database did not take the values, and its words are left out since they may quote them",
                failed.getSQLState(),
                failed.getErrorCode());
        shown.setStackTrace(failed.getStackTrace());
        return shown;
    }
}
