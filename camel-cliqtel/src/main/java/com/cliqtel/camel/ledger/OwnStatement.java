/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.ledger;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Closes an entry that was never taken and that names a message. */
@FunctionalInterface
interface OwnStatement {

    /** @return whether the message is this key's; empty if another transaction has come in between, so that it is to be repeated */
    Optional<Boolean> own(Session session, String key, String message) throws SQLException;

    /** A row that has this key or names this message. */
    record Row(String key, String message) {

        static final Session.RowReader<Row> READER = row -> new Row(row.getString(1), row.getString(2));

        static Optional<Boolean> isOwner(List<Row> rows, String key, String message) {
            return rows.isEmpty() ? Optional.empty() : Optional.of(rows.contains(new Row(key, message)));
        }
    }
}
