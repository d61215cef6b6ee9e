/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.ledger;

import java.time.Duration;
import java.util.regex.Pattern;

/**
 * What can be chosen about a {@link JdbcLedger}.
 *
 * <p>Immutable and thread-safe.
 *
 * @param table the table's name, unquoted, optionally after a schema and a dot: each part a letter or underscore, then up
 *     to 49 letters, digits and underscores
 * @param retention how long a key is kept after it was done or abandoned, or after its lease was over; greater than zero,
 *     at most {@link #MAX_RETENTION}; longer than anybody may hand over the same thing again, for after it a key is unknown
 * @param creation what to do when the table is missing
 */
public record JdbcLedgerOptions(String table, Duration retention, TableCreation creation) {

    /** The longest retention: 3650 days. */
    public static final Duration MAX_RETENTION = Duration.ofDays(3650);

    private static final Pattern TABLE =
            Pattern.compile("([A-Za-z_][A-Za-z0-9_]{0,49}\\.)?[A-Za-z_][A-Za-z0-9_]{0,49}");

    /** Table {@code cliqtel_ledger}, kept for 30 days, created when it is missing. */
    public static final JdbcLedgerOptions DEFAULTS =
            new JdbcLedgerOptions("cliqtel_ledger", Duration.ofDays(30), TableCreation.IF_MISSING);

    /** What to do when the table is missing. */
    public enum TableCreation {
        /** Create it; two nodes may do so at the same time. */
        IF_MISSING,
        /** Fail, with the statements that create it. */
        BY_HAND
    }

    /** @throws IllegalArgumentException when the table's name or the retention is not as above */
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

    /** The same with another table. */
    public JdbcLedgerOptions withTable(String other) {
        return new JdbcLedgerOptions(other, retention, creation);
    }

    /** The same with another retention. */
    public JdbcLedgerOptions withRetention(Duration other) {
        return new JdbcLedgerOptions(table, other, creation);
    }

    /** The same for a table that is made by hand. */
    public JdbcLedgerOptions withTableByHand() {
        return new JdbcLedgerOptions(table, retention, TableCreation.BY_HAND);
    }
}
