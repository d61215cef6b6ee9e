/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.state;

import java.util.Optional;
import java.util.function.Supplier;

import com.cliqtel.camel.simulator.account.AccountState;

/** Remembers nothing. */
record Forgetful() implements Memory {

    @Override
    public Optional<AccountState> left() {
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
