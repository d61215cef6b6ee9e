/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.kills;

import java.io.IOException;

/** Where the processes that are killed have their ledgers. */
interface Ledgers extends AutoCloseable {

    /** The URL of the database for a round. */
    String next();

    @Override
    void close() throws IOException;

    @Override
    String toString();
}
