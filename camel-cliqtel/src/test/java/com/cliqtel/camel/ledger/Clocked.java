/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.ledger;

import java.util.function.LongSupplier;

/** Ledgers in memory whose leases run by a test's clock. */
public final class Clocked {

    private Clocked() {}

    public static Ledger ledger(LongSupplier nanos) {
        return new MemoryLedger(MemoryLedger.DEFAULT_CAPACITY, nanos);
    }
}
