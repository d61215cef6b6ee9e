/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.ledger;

import java.sql.SQLException;
import java.util.Optional;

/** Takes an entry. */
@FunctionalInterface
interface TakeStatement {

    /** @return empty if another transaction has come in between, so that it is to be repeated */
    Optional<Claim> take(Session session, Entry entry) throws SQLException;

    /**
     * The entry as it is if it is new.
     *
     * @param likeness null for none
     */
    record Entry(Hold hold, long leaseMillis, String record, String likeness) {}

    /** The row of an entry after it was to be taken. */
    record Row(String state, String record, String owner) {

        static final Session.RowReader<Row> READER =
                row -> new Row(row.getString(1), row.getString(2), row.getString(3));

        /** Returns the claim of an owner that finds this row. */
        Claim claimOf(Hold hold) {
            if (state.equals("closed")) {
                return new Claim(Claim.State.CLOSED, record);
            }
            if (!owner.equals(hold.owner())) {
                return new Claim(Claim.State.BUSY, record);
            }
            return state.equals("taken") ? Claim.NEW : new Claim(Claim.State.RESUMED, record);
        }
    }
}
