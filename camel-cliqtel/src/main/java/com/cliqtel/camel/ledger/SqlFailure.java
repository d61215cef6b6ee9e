/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.ledger;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.util.Set;

/** What a failed statement means. A database's message may quote values, and so a record: it is then left out. */
final class SqlFailure {

    private static final Set<String> DUPLICATE = Set.of("23505");
    private static final Set<Integer> DUPLICATE_IN_MYSQL = Set.of(1062);
    /** 90131 is a concurrent update in H2, 1020 a changed row and 1205 a lock that was waited for too long in MariaDB. */
    private static final Set<String> CONFLICTS = Set.of("90131", "HYT00");

    private static final Set<Integer> CONFLICTS_IN_MYSQL = Set.of(1020, 1205, 1213);
    /** 57P01 to 57P03 are a PostgreSQL that stops or starts. */
    private static final Set<String> LOST = Set.of("57P01", "57P02", "57P03");

    private static final Set<String> MISSING_TABLE = Set.of("42P01", "42S02", "42S03", "42S04", "3F000", "90079");
    private static final Set<String> MISSING_COLUMN = Set.of("42703", "42S22");
    private static final Set<String> MISSING_RIGHT = Set.of("42501", "90096");
    private static final Set<Integer> MISSING_RIGHT_IN_MYSQL = Set.of(1044, 1142, 1143);
    private static final Set<String> READ_ONLY = Set.of("25006", "90097");
    private static final Set<Integer> READ_ONLY_IN_MYSQL = Set.of(1290, 1792, 1836);

    private SqlFailure() {}

    static LedgerException of(String what, SQLException failed) {
        SQLException shown = quotesValues(failed) ? withoutValues(failed) : failed;
        String readOnly = is(failed, READ_ONLY, READ_ONLY_IN_MYSQL) ? ", since the database is read-only" : "";
        return new LedgerException(
                what + " failed" + readOnly + ": SQLState " + shown.getSQLState() + ", error " + shown.getErrorCode()
                        + ": " + shown.getMessage(),
                shown);
    }

    /** Returns whether a unique key exists already. */
    static boolean isDuplicate(SQLException failed) {
        return is(failed, DUPLICATE, DUPLICATE_IN_MYSQL);
    }

    /** Returns whether another transaction came in between, so that a repetition may succeed. */
    static boolean isConflict(SQLException failed) {
        return state(failed).startsWith("40") || is(failed, CONFLICTS, CONFLICTS_IN_MYSQL);
    }

    /** Returns whether the connection was lost, so that the statement may have been executed. */
    static boolean isLostConnection(SQLException failed) {
        return state(failed).startsWith("08")
                || LOST.contains(state(failed))
                || failed instanceof SQLRecoverableException
                || failed instanceof SQLNonTransientConnectionException;
    }

    static boolean isMissingTable(SQLException failed) {
        return is(failed, MISSING_TABLE, Set.of());
    }

    static boolean isMissingColumn(SQLException failed) {
        return is(failed, MISSING_COLUMN, Set.of());
    }

    static boolean isMissingRight(SQLException failed) {
        return is(failed, MISSING_RIGHT, MISSING_RIGHT_IN_MYSQL);
    }

    /** Returns whether the same statement may succeed later. */
    static boolean isForNow(SQLException failed) {
        return isLostConnection(failed) || isConflict(failed) || is(failed, READ_ONLY, READ_ONLY_IN_MYSQL);
    }

    // MySQL and MariaDB have the same state for many errors, so their error codes count
    private static boolean is(SQLException failed, Set<String> states, Set<Integer> codesInMySql) {
        return states.contains(state(failed)) || codesInMySql.contains(failed.getErrorCode());
    }

    private static String state(SQLException failed) {
        return String.valueOf(failed.getSQLState());
    }

    // SQLState classes 22, data exception, and 23, integrity constraint violation
    private static boolean quotesValues(SQLException failed) {
        return state(failed).startsWith("22") || state(failed).startsWith("23");
    }

    private static SQLException withoutValues(SQLException failed) {
        SQLException shown = new SQLException(
                "the database did not take the values; its message is left out since it may quote them",
                failed.getSQLState(),
                failed.getErrorCode());
        shown.setStackTrace(failed.getStackTrace());
        return shown;
    }
}
