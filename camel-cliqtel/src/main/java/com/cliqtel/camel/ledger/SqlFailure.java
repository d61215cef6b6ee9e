/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.ledger;

import java.sql.SQLException;

/** What is said of a failed statement: what databases say of wrong values may quote them, and so a record. */
final class SqlFailure {

    private SqlFailure() {}

    static LedgerException of(String what, SQLException failed) {
        SQLException told = quotesValues(failed) ? withoutValues(failed) : failed;
        return new LedgerException(
                what + " failed: SQLState " + told.getSQLState() + ", error " + told.getErrorCode() + ": "
                        + told.getMessage(),
                told);
    }

    // SQLState classes 22, data exception, and 23, integrity constraint violation
    private static boolean quotesValues(SQLException failed) {
        String state = failed.getSQLState();
        return state != null && (state.startsWith("22") || state.startsWith("23"));
    }

    private static SQLException withoutValues(SQLException failed) {
        SQLException told = new SQLException(
                "the database did not take the values, and its words are left out since they may quote them",
                failed.getSQLState(),
                failed.getErrorCode());
        told.setStackTrace(failed.getStackTrace());
        return told;
    }
}
