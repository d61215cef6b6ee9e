/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.ledger;

import java.util.List;

/**
 * The statements for a ledger's table.
 *
 * <p>An entry is a row with its key as {@code name}. Its {@code state} is {@code taken}, {@code resumed} (taken after another owner),
 * {@code kept} or {@code closed}. A position is a row with a name that begins with {@value #POSITION}. All times are the database's, so
 * nodes with different clocks agree on the end of a lease. {@code ends_at} is the end of the lease for an entry that is taken, and
 * the time of the last write for all others. It is in no index, so that PostgreSQL can change a row in place.
 */
final class LedgerSql {

    static final String COLUMNS = "(name, owner, state, record, message, likeness, ends_at, created_at)";
    /** The beginning of a position's name; no key contains a blank. */
    static final String POSITION = "position ";

    private static final String THIS_OWNER = " WHERE name = ? AND owner = ?";
    private static final String TAKEN = THIS_OWNER + " AND state IN ('taken', 'resumed')";

    final String table;
    final List<String> ddl;
    /** Returns nothing, and fails if the table or one of its columns is missing. */
    final String probe;
    /** Lease in ms, name, owner. */
    final String renew;
    /** Lease in ms, record, name, owner. */
    final String renewWithRecord;
    /** Record, name, owner. */
    final String keep;
    /** Name, owner. */
    final String free;
    /** Record, message, name, owner. */
    final String close;
    /** Name. */
    final String findPosition;
    /** Name, owner, state, record, message, likeness. */
    final String writePosition;
    /** Age in ms, twice. */
    final String deleteOld;
    /** Name. */
    final String delete;

    private final String findOpen;

    LedgerSql(SqlDialect dialect, String table) {
        this.table = table;
        ddl = dialect.ddl(table);
        probe = "SELECT name, owner, state, record, message, likeness, ends_at, created_at FROM " + table
                + " WHERE 1 = 0";
        String update = "UPDATE " + table + " SET ";
        renew = update + "ends_at = " + dialect.inMillis() + TAKEN;
        renewWithRecord = update + "ends_at = " + dialect.inMillis() + ", record = ?" + TAKEN;
        keep = update + "state = 'kept', record = ?, ends_at = " + dialect.now() + THIS_OWNER
                + " AND state <> 'closed'";
        close = update + "state = 'closed', record = ?, message = ?, ends_at = " + dialect.now() + THIS_OWNER
                + " AND state <> 'kept'";
        free = "DELETE FROM " + table + TAKEN;
        delete = "DELETE FROM " + table + " WHERE name = ?";
        findPosition = "SELECT record FROM " + table + " WHERE name = ?";
        writePosition = dialect.upsert(table);
        deleteOld = dialect.deleteOld(table);
        findOpen = "SELECT name, NULL FROM " + table + " WHERE likeness = ? AND state <> 'closed' AND ends_at > "
                + dialect.millisAgo();
    }

    /** Returns a statement for the keys of messages, and of open entries. Its parameters are the messages, likeness and age in ms. */
    String find(int messages) {
        return messages == 0
                ? findOpen
                : "SELECT name, message FROM " + table + " WHERE message IN (?" + ", ?".repeat(messages - 1)
                        + ") UNION ALL " + findOpen;
    }

    /** Returns what creates the table by hand. */
    String script() {
        return String.join(";\n", ddl) + ";\n";
    }
}
