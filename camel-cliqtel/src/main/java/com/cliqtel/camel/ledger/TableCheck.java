/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.ledger;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import com.cliqtel.camel.ledger.TakeStatement.Entry;

/**
 * Tries the ledger's statements on entries of its own, and removes them. A table that was created by hand may lack a key or have
 * shorter columns, and a database may be configured to store texts in another way.
 */
final class TableCheck {

    private static final String RECORD = "r".repeat(64_000);
    private static final String LONGEST = "x".repeat(Ledger.MAX_KEY_LENGTH);
    private static final long LEASE_MILLIS = 3_600_000;
    private static final int NO_DEFAULT_IN_MYSQL = 1364;

    private final LedgerSql sql;
    private final SqlDialect dialect;
    private final Session session;
    private final TakeStatement take;
    private final String key;
    private final String otherCase;
    private final String another;
    private final String position;

    TableCheck(LedgerSql sql, SqlDialect dialect, Session session) {
        this.dialect = dialect;
        this.sql = sql;
        this.session = session;
        this.take = dialect.take(sql.table);
        String unique = "check:" + UUID.randomUUID();
        this.key = unique + "k".repeat(Ledger.MAX_KEY_LENGTH - unique.length());
        this.otherCase = key.toUpperCase(Locale.ROOT);
        this.another = "check:" + UUID.randomUUID();
        this.position = LedgerSql.POSITION + key;
    }

    /** Returns what is wrong with the table, as the end of a sentence; empty when a ledger can use it. */
    Optional<String> fault() throws SQLException {
        try {
            return found().map(fault -> fault + h2Mode());
        } catch (SQLException refused) {
            if (SqlFailure.isForNow(refused)) {
                throw refused;
            }
            String rights = missingRights();
            return Optional.of(
                    rights.isEmpty()
                            ? "doesn't accept what a ledger stores (SQLState " + refused.getSQLState() + ", "
                                    + meaning(refused) + ")" + h2Mode()
                            : "can't be used: " + rights);
        } finally {
            remove();
        }
    }

    private Optional<String> found() throws SQLException {
        if (!hasTimeZone()) {
            return Optional.of("has columns ends_at and created_at without a time zone");
        }
        Optional<String> key = withoutKey();
        return key.isPresent() ? key : otherFault();
    }

    private Optional<String> otherFault() throws SQLException {
        Hold first = new Hold(key, LONGEST);
        Hold second = Hold.of(key);
        if (taken(first) != Claim.State.NEW || !taken(second, RECORD).equals(new Claim(Claim.State.BUSY, RECORD))) {
            return Optional.of("doesn't return what is stored");
        }
        session.update(sql.keep, "", key, LONGEST);
        if (!taken(second, RECORD).equals(new Claim(Claim.State.RESUMED, ""))) {
            return Optional.of("doesn't return an empty text as it was stored");
        }
        Hold third = Hold.of(otherCase);
        if (taken(third) != Claim.State.NEW) {
            return Optional.of("treats two keys that differ only in case as one");
        }
        session.update(sql.free, otherCase, third.owner());
        session.update(sql.renewWithRecord, LEASE_MILLIS, "", key, second.owner());
        session.update(sql.close, "", key, key, second.owner());
        return withoutUniqueMessage();
    }

    private Claim.State taken(Hold hold) throws SQLException {
        return taken(hold, RECORD).state();
    }

    private Claim taken(Hold hold, String record) throws SQLException {
        return take.take(session, new Entry(hold, LEASE_MILLIS, record, LONGEST))
                .orElse(new Claim(Claim.State.BUSY, ""));
    }

    private Optional<String> withoutKey() throws SQLException {
        session.update(sql.writePosition, position, "", "position", RECORD, null, null);
        session.update(sql.writePosition, position, "", "position", "", null, null);
        boolean replaced = session.query(sql.findPosition, row -> row.getString(1), position)
                .equals(List.of(""));
        // it would be a second row with this name
        boolean twice = isOwner(position, another);
        return replaced && !twice
                ? Optional.empty()
                : Optional.of(
                        "has no primary key or unique constraint on exactly the column name, so two nodes could take"
                                + " the same key");
    }

    private Optional<String> withoutUniqueMessage() throws SQLException {
        return isOwner(another, key)
                ? Optional.of("has no unique constraint on exactly the column message")
                : Optional.empty();
    }

    private boolean isOwner(String name, String message) throws SQLException {
        return dialect.own(sql.table).own(session, name, message).orElse(false);
    }

    private boolean hasTimeZone() throws SQLException {
        List<String> allowed = dialect.timeTypes();
        try (Statement statement = session.connection().createStatement();
                ResultSet none = statement.executeQuery(sql.probe)) {
            return allowed.contains(type(none, 7)) && allowed.contains(type(none, 8));
        }
    }

    private static String type(ResultSet rows, int column) throws SQLException {
        return rows.getMetaData().getColumnTypeName(column).toUpperCase(Locale.ROOT);
    }

    /** Returns which rights on the table the user lacks, as a sentence; empty for none. */
    String missingRights() {
        Map<String, String> statements = new LinkedHashMap<>();
        statements.put("SELECT", sql.probe);
        statements.put("INSERT", "INSERT INTO " + sql.table + " SELECT * FROM " + sql.table + " WHERE 1 = 0");
        statements.put("UPDATE", "UPDATE " + sql.table + " SET owner = 'none' WHERE 1 = 0");
        statements.put("DELETE", "DELETE FROM " + sql.table + " WHERE 1 = 0");
        List<String> missing = statements.entrySet().stream()
                .filter(each -> isRefused(each.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        return missing.isEmpty() ? "" : "this user lacks the right to " + String.join(", ", missing);
    }

    private boolean isRefused(String statement) {
        try (PreparedStatement tried = session.connection().prepareStatement(statement)) {
            tried.execute();
            return false;
        } catch (SQLException refused) {
            return SqlFailure.isMissingRight(refused);
        }
    }

    private void remove() {
        for (String name : List.of(key, otherCase, another, position)) {
            try {
                session.update(sql.delete, name);
            } catch (SQLException stays) {
                // the purge deletes it
            }
        }
    }

    private static String meaning(SQLException refused) {
        if (refused.getErrorCode() == NO_DEFAULT_IN_MYSQL) {
            return "a further column must not be NULL";
        }
        return switch (String.valueOf(refused.getSQLState())) {
            case "22001" -> "a column is too short";
            case "23502" -> "an empty text is stored as NULL, or a further column must not be NULL";
            case "23505" -> "a key has too few columns, or ignores case";
            case "42P10" -> "no primary key or unique constraint on exactly the column name";
            default -> "error " + refused.getErrorCode();
        };
    }

    private String h2Mode() {
        if (!(dialect instanceof H2Dialect)) {
            return "";
        }
        try (Statement statement = session.connection().createStatement();
                ResultSet mode = statement.executeQuery(
                        "SELECT SETTING_VALUE FROM INFORMATION_SCHEMA.SETTINGS WHERE SETTING_NAME = 'MODE'")) {
            return mode.next()
                    ? ". The database is H2 in MODE=" + mode.getString(1)
                            + ": use MODE=REGULAR or MODE=PostgreSQL, without IGNORECASE"
                    : "";
        } catch (SQLException unknown) {
            return "";
        }
    }
}
