/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.ledger;

import java.util.List;

/** MySQL, which can't return rows from an INSERT. MariaDB shares most of it. */
class MySqlDialect extends SqlDialect {

    private static final String ASCII = " CHARACTER SET ascii COLLATE ascii_bin";

    @Override
    String name() {
        return "mysql";
    }

    // in UTC, since a DATETIME has no time zone
    @Override
    final String now() {
        return "UTC_TIMESTAMP(6)";
    }

    @Override
    final String inMillis() {
        return "UTC_TIMESTAMP(6) + INTERVAL (? * 1000) MICROSECOND";
    }

    @Override
    final String millisAgo() {
        return "UTC_TIMESTAMP(6) - INTERVAL (? * 1000) MICROSECOND";
    }

    @Override
    final List<String> ddl(String table) {
        return List.of("""
                CREATE TABLE IF NOT EXISTS %s (
                  name VARCHAR(80)%s NOT NULL PRIMARY KEY,
                  owner VARCHAR(64)%2$s NOT NULL,
                  state VARCHAR(8)%2$s NOT NULL,
                  record LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
                  message VARCHAR(64)%2$s NULL,
                  likeness VARCHAR(64)%2$s NULL,
                  ends_at DATETIME(6) NOT NULL,
                  created_at DATETIME(6) NOT NULL,
                  UNIQUE KEY %3$s (message),
                  KEY %4$s (likeness),
                  KEY %5$s (created_at)
                )""".formatted(
                        table, ASCII, index(table, "message"), index(table, "likeness"), index(table, "created_at")));
    }

    @Override
    final List<String> timeTypes() {
        return List.of("DATETIME");
    }

    private static String insert(String table) {
        return "INSERT INTO " + table + " " + LedgerSql.COLUMNS;
    }

    @Override
    final String upsert(String table) {
        return insert(table) + " VALUES (?, ?, ?, ?, ?, ?, UTC_TIMESTAMP(6), UTC_TIMESTAMP(6))"
                + " ON DUPLICATE KEY UPDATE record = VALUES(record), ends_at = VALUES(ends_at)";
    }

    @Override
    final String deleteOld(String table) {
        return "DELETE FROM " + table + " WHERE " + old() + " ORDER BY created_at LIMIT " + Purge.BATCH;
    }

    // each assignment sees the values of those before it, so the order matters
    final String insertOrTake(String table) {
        String free = "state <> 'closed' AND (owner = VALUES(owner) OR ends_at <= UTC_TIMESTAMP(6))";
        return insert(table) + " VALUES (?, ?, 'taken', ?, NULL, ?, " + inMillis() + ", UTC_TIMESTAMP(6))"
                + " ON DUPLICATE KEY UPDATE"
                + " state = IF(" + free + ", IF(owner = VALUES(owner) AND state = 'taken', 'taken', 'resumed'), state),"
                + " owner = IF(" + free + ", VALUES(owner), owner),"
                + " ends_at = IF(state <> 'closed' AND owner = VALUES(owner), VALUES(ends_at), ends_at)";
    }

    final String insertClosed(String table) {
        return insert(table) + " VALUES (?, '', 'closed', '', ?, NULL, UTC_TIMESTAMP(6), UTC_TIMESTAMP(6))"
                + " ON DUPLICATE KEY UPDATE name = name";
    }

    @Override
    TakeStatement take(String table) {
        String take = insertOrTake(table);
        String find = "SELECT state, record, owner FROM " + table + " WHERE name = ?";
        return (session, entry) -> {
            Hold hold = entry.hold();
            session.update(take, hold.key(), hold.owner(), entry.record(), entry.likeness(), entry.leaseMillis());
            return session.first(find, TakeStatement.Row.READER, hold.key()).map(row -> row.claimOf(hold));
        };
    }

    @Override
    OwnStatement own(String table) {
        String insert = insertClosed(table);
        String find = "SELECT name, message FROM " + table + " WHERE message = ? OR name = ?";
        return (session, key, message) -> {
            session.update(insert, key, message);
            return OwnStatement.Row.isOwner(session.query(find, OwnStatement.Row.READER, message, key), key, message);
        };
    }
}
