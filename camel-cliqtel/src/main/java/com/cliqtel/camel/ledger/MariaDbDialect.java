/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.ledger;

/** MariaDB 10.5 or later, which returns the row that an INSERT has inserted or found. */
final class MariaDbDialect extends MySqlDialect {

    @Override
    String name() {
        return "mariadb";
    }

    @Override
    TakeStatement take(String table) {
        String sql = insertOrTake(table) + " RETURNING state, record, owner";
        return (session, entry) -> session.first(
                        sql,
                        TakeStatement.Row.READER,
                        entry.hold().key(),
                        entry.hold().owner(),
                        entry.record(),
                        entry.likeness(),
                        entry.leaseMillis())
                .map(row -> row.claimOf(entry.hold()));
    }

    @Override
    OwnStatement own(String table) {
        String sql = insertClosed(table) + " RETURNING name, message";
        return (session, key, message) ->
                OwnStatement.Row.isOwner(session.query(sql, OwnStatement.Row.READER, key, message), key, message);
    }
}
