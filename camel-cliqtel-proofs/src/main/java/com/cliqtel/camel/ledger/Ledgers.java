/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.ledger;

import java.util.function.LongSupplier;

/** Ledgers whose leases run by a clock of one's own. */
public final class Ledgers {

    private static final int ENOUGH = 1_000_000;

    private Ledgers() {}

    /** A ledger in memory that displaces nothing in a proof, by a clock in nanoseconds. */
    public static Ledger inTimeOf(LongSupplier nanos) {
        return new MemoryLedger(ENOUGH, nanos);
    }
}
