/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.benchmarks.ledger;

import java.util.function.Supplier;

/**
 * An open route.
 *
 * @param callers makes a caller for one thread
 * @param closing closes the route
 */
record Traffic(Supplier<Runnable> callers, Runnable closing) implements AutoCloseable {

    @Override
    public void close() {
        closing.run();
    }
}
