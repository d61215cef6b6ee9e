/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.kills;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/** For each round a file of H2, which only the process opens that is killed. */
final class H2Files implements Ledgers {

    private final Path folder;
    private final AtomicInteger files = new AtomicInteger();

    H2Files(Path folder) {
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
