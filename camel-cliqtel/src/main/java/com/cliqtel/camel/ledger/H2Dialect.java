/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.ledger;

import java.util.List;
import java.util.Optional;

/** H2. Its statements don't cross a network, so a call may take several of them. */
final class H2Dialect extends SqlDialect {

    @Override
    String name() {
        return "h2";
    }

    @Override
    String now() {
        return "CURRENT_TIMESTAMP";
    }

    @Override
    String inMillis() {
        return "CURRENT_TIMESTAMP + CAST(? AS BIGINT) * INTERVAL '0.001' SECOND";
    }

    @Override
    String millisAgo() {
        return "CURRENT_TIMESTAMP - CAST(? AS BIGINT) * INTERVAL '0.001' SECOND";
    }

    @Override
    List<String> ddl(String table) {
        return List.of(
                """
                CREATE TABLE IF NOT EXISTS %s (
                  name VARCHAR(80) NOT NULL PRIMARY KEY,
                  owner VARCHAR(64) NOT NULL,
                  state VARCHAR(8) NOT NULL,
                  record TEXT NOT NULL,
                  message VARCHAR(64),
                  likeness VARCHAR(64),
                  ends_at TIMESTAMP WITH TIME ZONE NOT NULL,
                  created_at TIMESTAMP WITH TIME ZONE NOT NULL
                )""".formatted(table),
                "CREATE UNIQUE INDEX IF NOT EXISTS " + index(table, "message") + " ON " + table + " (message)",
                "CREATE INDEX IF NOT EXISTS " + index(table, "likeness") + " ON " + table + " (likeness)",
                "CREATE INDEX IF NOT EXISTS " + index(table, "created_at") + " ON " + table + " (created_at)");
    }

    @Override
    List<String> timeTypes() {
        return List.of("TIMESTAMP WITH TIME ZONE");
    }

    private static String insert(String table, String values) {
        return "INSERT INTO " + table + " " + LedgerSql.COLUMNS + " VALUES (" + values + ")";
    }

    @Override
    String upsert(String table) {
        return "MERGE INTO " + table + " " + LedgerSql.COLUMNS
                + " KEY (name) VALUES (?, ?, ?, ?, ?, ?, CURRENT_TIMESTAMP, CURRENT_TIMESTAMP)";
    }

    @Override
    String deleteOld(String table) {
        return "DELETE FROM " + table + " WHERE " + old() + " FETCH FIRST " + Purge.BATCH + " ROWS ONLY";
    }

    @Override
    TakeStatement take(String table) {
        String insert = insert(table, "?, ?, 'taken', ?, NULL, ?, " + inMillis() + ", CURRENT_TIMESTAMP");
        String takeOver = "UPDATE " + table + " SET state = CASE WHEN owner = ? AND state = 'taken' THEN 'taken' ELSE"
                + " 'resumed' END, owner = ?, ends_at = " + inMillis()
                + " WHERE name = ? AND state <> 'closed' AND (owner = ? OR ends_at <= CURRENT_TIMESTAMP)";
        String find = "SELECT state, record, owner FROM " + table + " WHERE name = ?";
        return (session, entry) -> {
            Hold hold = entry.hold();
            if (session.insert(
                    insert, hold.key(), hold.owner(), entry.record(), entry.likeness(), entry.leaseMillis())) {
                return Optional.of(Claim.NEW);
            }
            session.update(takeOver, hold.owner(), hold.owner(), entry.leaseMillis(), hold.key(), hold.owner());
            return session.first(find, TakeStatement.Row.READER, hold.key()).map(row -> row.claimOf(hold));
        };
    }

    @Override
    OwnStatement own(String table) {
        String insert = insert(table, "?, '', 'closed', '', ?, NULL, CURRENT_TIMESTAMP, CURRENT_TIMESTAMP");
        String find = "SELECT name, message FROM " + table + " WHERE message = ? OR name = ?";
        return (session, key, message) -> session.insert(insert, key, message)
                ? Optional.of(true)
                : OwnStatement.Row.isOwner(session.query(find, OwnStatement.Row.READER, message, key), key, message);
    }
}
