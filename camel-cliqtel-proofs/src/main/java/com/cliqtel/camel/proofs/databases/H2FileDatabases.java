/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.databases;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/** A new H2 database file for each round. Only the process that is killed opens it. */
public final class H2FileDatabases implements LedgerDatabases {

    private final Path folder;
    private final AtomicInteger files = new AtomicInteger();

    public H2FileDatabases(Path folder) {
        this.folder = folder;
    }

    @Override
    public String next() {
        return "jdbc:h2:file:" + folder.resolve("ledger" + files.incrementAndGet());
    }

    @Override
    public void close() {
        // whoever made the folder deletes it
    }

    @Override
    public String toString() {
        return "H2, a file";
    }
}
