/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.databases;

import java.io.IOException;

/** The databases of the ledgers of killed processes. */
public interface LedgerDatabases extends AutoCloseable {

    /** The URL of the database for a round. */
    String next();

    @Override
    void close() throws IOException;

    @Override
    String toString();
}
