/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.ledger;

import java.lang.reflect.Method;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** PostgreSQL. */
final class PostgreSqlDialect extends SqlDialect {

    @Override
    String name() {
        return "postgresql";
    }

    @Override
    String now() {
        return "now()";
    }

    @Override
    String inMillis() {
        return "now() + CAST(? AS BIGINT) * INTERVAL '1 millisecond'";
    }

    @Override
    String millisAgo() {
        return "now() - CAST(? AS BIGINT) * INTERVAL '1 millisecond'";
    }

    // room in each page for the next version of a row
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
                ) WITH (fillfactor = 80)""".formatted(table),
                "CREATE UNIQUE INDEX IF NOT EXISTS " + index(table, "message") + " ON " + table
                        + " (message) WHERE message IS NOT NULL",
                "CREATE INDEX IF NOT EXISTS " + index(table, "likeness") + " ON " + table
                        + " (likeness) WHERE likeness IS NOT NULL",
                "CREATE INDEX IF NOT EXISTS " + index(table, "created_at") + " ON " + table + " (created_at)");
    }

    @Override
    List<String> timeTypes() {
        return List.of("TIMESTAMPTZ");
    }

    @Override
    String upsert(String table) {
        return "INSERT INTO " + table + " " + LedgerSql.COLUMNS
                + " VALUES (?, ?, ?, ?, ?, ?, now(), now())"
                + " ON CONFLICT (name) DO UPDATE SET record = EXCLUDED.record, ends_at = EXCLUDED.ends_at";
    }

    @Override
    String deleteOld(String table) {
        return "DELETE FROM " + table + " WHERE ctid = ANY(ARRAY(SELECT ctid FROM " + table + " WHERE " + old()
                + " ORDER BY created_at LIMIT " + Purge.BATCH + "))";
    }

    // the second SELECT sees the rows from before the statement
    @Override
    TakeStatement take(String table) {
        String sql = """
                WITH taken AS (
                  INSERT INTO %1$s AS entry %2$s
                  VALUES (?, ?, 'taken', ?, NULL, ?, %3$s, now())
                  ON CONFLICT (name) DO UPDATE SET
                    state = CASE WHEN entry.owner = EXCLUDED.owner AND entry.state = 'taken' THEN 'taken' ELSE 'resumed' END,
                    owner = EXCLUDED.owner,
                    ends_at = EXCLUDED.ends_at
                  WHERE entry.state <> 'closed' AND (entry.owner = EXCLUDED.owner OR entry.ends_at <= now())
                  RETURNING state, record, owner)
                SELECT state, record, owner FROM taken
                UNION ALL
                SELECT CASE WHEN state = 'closed' THEN 'closed' ELSE 'busy' END, record, '' FROM %1$s
                WHERE name = ? AND NOT EXISTS (SELECT 1 FROM taken)""".formatted(table, LedgerSql.COLUMNS, inMillis());
        return (session, entry) -> session.first(
                        sql,
                        TakeStatement.Row.READER,
                        entry.hold().key(),
                        entry.hold().owner(),
                        entry.record(),
                        entry.likeness(),
                        entry.leaseMillis(),
                        entry.hold().key())
                .map(row -> row.claimOf(entry.hold()));
    }

    @Override
    OwnStatement own(String table) {
        String sql = """
                WITH made AS (
                  INSERT INTO %1$s %2$s VALUES (?, '', 'closed', '', ?, NULL, now(), now())
                  ON CONFLICT DO NOTHING
                  RETURNING name, message)
                SELECT name, message FROM made
                UNION ALL
                SELECT name, message FROM %1$s WHERE (message = ? OR name = ?) AND NOT EXISTS (SELECT 1 FROM made)""".formatted(table, LedgerSql.COLUMNS);
        return (session, key, message) -> OwnStatement.Row.isOwner(
                session.query(sql, OwnStatement.Row.READER, key, message, message, key), key, message);
    }

    /**
     * Keeps the driver from giving the statement a name on the server. Behind PgBouncer in transaction pooling, another client's
     * statement can have the same name. The driver isn't a dependency, so its method is looked up.
     */
    @Override
    void prepare(PreparedStatement statement) throws SQLException {
        Optional<Class<?>> type = driverType(statement);
        if (type.isPresent() && statement.isWrapperFor(type.get())) {
            try {
                Method threshold = type.get().getMethod("setPrepareThreshold", int.class);
                threshold.invoke(statement.unwrap(type.get()), 0);
            } catch (ReflectiveOperationException notThisDriver) {
                throw new SQLException("the PostgreSQL driver has no setPrepareThreshold", notThisDriver);
            }
        }
    }

    private static Optional<Class<?>> driverType(PreparedStatement statement) throws SQLException {
        ClassLoader loader = statement.getConnection().getMetaData().getClass().getClassLoader();
        return typeIn(loader).or(() -> typeIn(PostgreSqlDialect.class.getClassLoader()));
    }

    private static Optional<Class<?>> typeIn(ClassLoader loader) {
        try {
            return Optional.of(Class.forName("org.postgresql.PGStatement", false, loader));
        } catch (ClassNotFoundException elsewhere) {
            return Optional.empty();
        }
    }
}
