/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.state;

import java.util.Optional;
import java.util.function.Supplier;

import com.cliqtel.camel.simulator.account.AccountState;

/** A store that keeps nothing. */
record NoStateStore() implements StateStore {

    @Override
    public Optional<AccountState> load() {
        return Optional.empty();
    }

    @Override
    public void follow(Supplier<AccountState> state) {
        // nothing to do
    }

    @Override
    public void changed() {
        // nothing to do
    }

    @Override
    public void close() {
        // nothing to do
    }
}
