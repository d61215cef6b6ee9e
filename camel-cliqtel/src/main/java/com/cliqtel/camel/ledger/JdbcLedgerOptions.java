/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.ledger;

import java.time.Duration;
import java.util.regex.Pattern;

/**
 * The options of a {@link JdbcLedger}. Immutable and thread-safe.
 *
 * @param table the table's name, unquoted, optionally after a schema and a dot: each part a letter or underscore, then up
 *     to 49 letters, digits and underscores
 * @param retention how long a key is kept after it was done or abandoned, or after its lease expired; greater than zero,
 *     at most {@link #MAX_RETENTION}. After that time the key is unknown, so it must be longer than a sender may repeat a key
 * @param creation what to do if the table is missing; never null
 */
public record JdbcLedgerOptions(String table, Duration retention, TableCreation creation) {

    /** The longest retention: 3650 days. */
    public static final Duration MAX_RETENTION = Duration.ofDays(3650);

    private static final Pattern TABLE =
            Pattern.compile("([A-Za-z_][A-Za-z0-9_]{0,49}\\.)?[A-Za-z_][A-Za-z0-9_]{0,49}");

    /** The table {@code cliqtel_ledger}, created if it is missing, with a retention of 30 days. */
    public static final JdbcLedgerOptions DEFAULTS =
            new JdbcLedgerOptions("cliqtel_ledger", Duration.ofDays(30), TableCreation.IF_MISSING);

    /** What to do if the table is missing. */
    public enum TableCreation {
        /** Create it. Two nodes may do so at the same time. */
        IF_MISSING,
        /** Fail. The message contains the statements that create it. */
        BY_HAND
    }

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if a value isn't allowed
     */
    public JdbcLedgerOptions {
        if (table == null || !TABLE.matcher(table).matches()) {
            throw new IllegalArgumentException(
                    "table \"" + table
                            + "\": a name of letters, digits and underscores was expected, optionally after a schema and a dot");
        }
        if (retention == null
                || retention.isNegative()
                || retention.isZero()
                || retention.compareTo(MAX_RETENTION) > 0) {
            throw new IllegalArgumentException(
                    "retention " + retention + ": more than zero and at most " + MAX_RETENTION + " was expected");
        }
        if (creation == null) {
            throw new IllegalArgumentException("creation null: IF_MISSING or BY_HAND was expected");
        }
    }

    /** Returns a copy with another table. */
    public JdbcLedgerOptions withTable(String other) {
        return new JdbcLedgerOptions(other, retention, creation);
    }

    /** Returns a copy with another retention. */
    public JdbcLedgerOptions withRetention(Duration other) {
        return new JdbcLedgerOptions(table, other, creation);
    }

    /** Returns a copy for a table that is created by hand. */
    public JdbcLedgerOptions withTableByHand() {
        return new JdbcLedgerOptions(table, retention, TableCreation.BY_HAND);
    }
}
