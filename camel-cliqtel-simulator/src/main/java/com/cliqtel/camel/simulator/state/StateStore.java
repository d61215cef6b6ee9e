/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.state;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

import com.cliqtel.camel.simulator.account.AccountState;

/** Keeps the state of an account across restarts of the simulator. Safe for use by several threads. */
public sealed interface StateStore extends AutoCloseable permits NoStateStore, FileStateStore {

    /**
     * Opens a store and locks its file.
     *
     * @param file the state file; empty for a store that keeps nothing
     * @return the store, which must be closed
     * @throws IllegalArgumentException if another simulator uses the file, or its folder doesn't exist
     */
    static StateStore of(Optional<Path> file) {
        return file.<StateStore>map(FileStateStore::open).orElseGet(NoStateStore::new);
    }

    /**
     * Loads the saved state.
     *
     * @return empty if nothing was saved
     * @throws IllegalArgumentException when the file cannot be read, or is none that a simulator of this version or an older one has
     *     written; it stays as it is
     */
    Optional<AccountState> load();

    /**
     * Saves the state of an account from now on.
     *
     * @param state returns the current state; called by another thread
     */
    void follow(Supplier<AccountState> state);

    /** Schedules a save after a change. Returns at once. */
    void changed();

    /** Saves the current state and releases the file. */
    @Override
    void close();
}
