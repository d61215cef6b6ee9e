/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.inbound;

import java.lang.reflect.Constructor;
import java.util.function.LongSupplier;

import com.cliqtel.camel.ledger.Ledger;
import com.cliqtel.camel.ledger.MemoryLedger;

/** Creates a {@link MemoryLedger} with the simulator's clock, so that leases expire in simulated time. */
final class ClockedLedger {

    private static final int CAPACITY = 1_000_000;

    private ClockedLedger() {}

    /** Uses the constructor that is not public: applications always use the system's clock. */
    static Ledger inTimeOf(LongSupplier nanos) {
        try {
            Constructor<MemoryLedger> withClock =
                    MemoryLedger.class.getDeclaredConstructor(int.class, LongSupplier.class);
            withClock.setAccessible(true);
            return withClock.newInstance(CAPACITY, nanos);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("MemoryLedger has no constructor with a clock", e);
        }
    }
}
