/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.state;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

import com.cliqtel.camel.simulator.account.AccountState;

/** Where an account is remembered, if anywhere. Safe for use by several threads. */
public sealed interface Memory extends AutoCloseable permits Forgetful, Written {

    /**
     * Takes a file for itself.
     *
     * @param file empty for a memory that remembers nothing
     * @return to be closed
     * @throws IllegalArgumentException when another simulator uses the file, or its folder is none
     */
    static Memory of(Optional<Path> file) {
        return file.<Memory>map(Written::open).orElseGet(Forgetful::new);
    }

    /**
     * Reads the account as it was left.
     *
     * @return empty when there was none
     * @throws IllegalArgumentException when the file cannot be read, or is none that a simulator of this version or an older one has
     *     written; it stays as it is
     */
    Optional<AccountState> left();

    /**
     * Follows an account from now on.
     *
     * @param state what it has; asked by another thread
     */
    void follow(Supplier<AccountState> state);

    /** The account has changed. Returns at once. */
    void changed();

    /** Remembers the account it follows as it is, and lets go of the file. */
    @Override
    void close();
}
