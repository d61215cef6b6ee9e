/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.ledger;

/**
 * The SQL statements of a ledger's table, in the syntax that H2 and PostgreSQL share.
 *
 * <p>All times are the database's, so nodes with different clocks agree on the end of a lease. {@code ends_at} is the end of the
 * lease for a claim in progress, and the time of the last write for all other entries.
 */
final class LedgerSql {

    private static final String IN = "CURRENT_TIMESTAMP + CAST(? AS BIGINT) * INTERVAL '0.001' SECOND";
    // not kind = 'claim', for which H2 reads all claims by the primary key instead of the old ones by their index
    private static final String OLD = " WHERE kind <> 'position'"
            + " AND ends_at < CURRENT_TIMESTAMP - CAST(? AS BIGINT) * INTERVAL '0.001' SECOND";
    private static final String THIS_CLAIM = " WHERE kind = 'claim' AND name = ?";
    private static final String THIS_POSITION = " WHERE kind = 'position' AND name = ?";

    final String table;
    final String createTable;
    final String createIndex;
    /** Finds nothing, and fails when the table or one of its columns is missing. */
    final String probe;
    /** Name, record, lease in ms, name. */
    final String claimNew;
    /** Lease in ms, name. */
    final String takeOver;
    /** Name. */
    final String find;
    /** Record, name. */
    final String finish;
    /** Name, record. */
    final String insertDone;
    /** Name. */
    final String release;
    /** Record, name. */
    final String abandon;
    /** Name, record, name. */
    final String insertAbandoned;
    /** Name. */
    final String findPosition;
    /** Value, name. */
    final String movePosition;
    /** Name, value. */
    final String insertPosition;
    /** Age in ms, how many before it. */
    final String lastOfBatch;
    /** Age in ms. */
    final String purge;
    /** Age in ms, the last time. */
    final String purgeUpTo;

    LedgerSql(String table) {
        this.table = table;
        createTable = """
                CREATE TABLE IF NOT EXISTS %s (
                  kind VARCHAR(8) NOT NULL,
                  name VARCHAR(500) NOT NULL,
                  state VARCHAR(9) NOT NULL,
                  record TEXT NOT NULL,
                  ends_at TIMESTAMP WITH TIME ZONE NOT NULL,
                  PRIMARY KEY (kind, name)
                )""".formatted(table);
        createIndex = "CREATE INDEX IF NOT EXISTS " + table.substring(table.indexOf('.') + 1) + "_ends_at ON " + table
                + " (ends_at)";
        probe = "SELECT kind, name, state, record, ends_at FROM " + table + " WHERE 1 = 0";

        String insert = "INSERT INTO " + table + " (kind, name, state, record, ends_at) ";
        String unlessThere = " WHERE NOT EXISTS (SELECT 1 FROM " + table + THIS_CLAIM + ")";
        claimNew = insert + "SELECT 'claim', ?, 'work', ?, " + IN + unlessThere;
        insertDone = insert + "VALUES ('claim', ?, 'done', ?, CURRENT_TIMESTAMP)";
        insertAbandoned = insert + "SELECT 'claim', ?, 'abandoned', ?, CURRENT_TIMESTAMP" + unlessThere;
        insertPosition = insert + "VALUES ('position', ?, 'position', ?, CURRENT_TIMESTAMP)";

        String update = "UPDATE " + table + " SET ";
        takeOver = update + "state = 'work', ends_at = " + IN + THIS_CLAIM
                + " AND (state = 'abandoned' OR state = 'work' AND ends_at <= CURRENT_TIMESTAMP)";
        finish = update + "state = 'done', record = ?, ends_at = CURRENT_TIMESTAMP" + THIS_CLAIM;
        abandon = update + "state = 'abandoned', record = ?, ends_at = CURRENT_TIMESTAMP" + THIS_CLAIM
                + " AND state <> 'done'";
        movePosition = update + "record = ?, ends_at = CURRENT_TIMESTAMP" + THIS_POSITION;

        find = "SELECT state, record FROM " + table + THIS_CLAIM;
        findPosition = "SELECT state, record FROM " + table + THIS_POSITION;
        release = "DELETE FROM " + table + THIS_CLAIM + " AND state <> 'done'";
        String old = " FROM " + table + OLD;
        lastOfBatch = "SELECT ends_at" + old + " ORDER BY ends_at OFFSET ? ROWS FETCH FIRST 1 ROW ONLY";
        purge = "DELETE" + old;
        purgeUpTo = purge + " AND ends_at <= ?";
    }

    /** What creates the table by hand. */
    String ddl() {
        return createTable + ";\n" + createIndex + ";\n";
    }
}
